CREATE TABLE rights_channel_notice (
    seller_id   uuid  NOT NULL,
    service     text  NOT NULL,
    notice_hash bytea NOT NULL,
    kind        text  NOT NULL,
    came_on     date  NOT NULL,
    due_on      date  NOT NULL,
    request_id  uuid,
    PRIMARY KEY (seller_id, service, notice_hash),
    FOREIGN KEY (seller_id, request_id) REFERENCES rights_request (seller_id, request_id)
);
COMMENT ON TABLE rights_channel_notice IS 'What channels have passed on of their customers: deletions and copies that were asked for there. Of strangers, who have no order here, nothing more is kept.';
COMMENT ON COLUMN rights_channel_notice.seller_id IS 'id: the seller';
COMMENT ON COLUMN rights_channel_notice.service IS 'fact: which channel, values of the enum OutsideService';
COMMENT ON COLUMN rights_channel_notice.notice_hash IS 'pseudonym: hash of the id that the channel gave to its notice, so that none is taken in twice';
COMMENT ON COLUMN rights_channel_notice.kind IS 'fact: what is asked for, values of the enum ChannelNoticeKind';
COMMENT ON COLUMN rights_channel_notice.came_on IS 'fact: the day on which it came';
COMMENT ON COLUMN rights_channel_notice.due_on IS 'fact: the last day of its time';
COMMENT ON COLUMN rights_channel_notice.request_id IS 'id: the request that has come of it; empty for strangers';
SELECT guard_seller_table('rights_channel_notice');
CREATE INDEX rights_channel_notice_day ON rights_channel_notice (seller_id, came_on);
CREATE INDEX rights_channel_notice_request ON rights_channel_notice (seller_id, request_id) WHERE request_id IS NOT NULL;
