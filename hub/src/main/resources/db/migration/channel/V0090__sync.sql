CREATE TABLE channel_sync (
    seller_id     uuid        NOT NULL,
    account_id    uuid        NOT NULL,
    watermark     timestamptz,
    window_after  timestamptz,
    window_before timestamptz,
    cursor        text        NOT NULL DEFAULT '',
    running_since timestamptz,
    last_ended_at timestamptz,
    last_wrong    text        NOT NULL DEFAULT '',
    last_mend     text        NOT NULL DEFAULT '',
    placed        integer     NOT NULL DEFAULT 0,
    changed       integer     NOT NULL DEFAULT 0,
    unread        integer     NOT NULL DEFAULT 0,
    next_run_at   timestamptz NOT NULL,
    PRIMARY KEY (seller_id, account_id)
);
COMMENT ON TABLE channel_sync IS 'How far the download of each channel account has come; a stop anywhere resumes from here.';
COMMENT ON COLUMN channel_sync.seller_id IS 'id: the seller';
COMMENT ON COLUMN channel_sync.account_id IS 'id: the channel account';
COMMENT ON COLUMN channel_sync.watermark IS 'fact: everything the channel changed before is stored, UTC';
COMMENT ON COLUMN channel_sync.window_after IS 'fact: start of the window being read, UTC';
COMMENT ON COLUMN channel_sync.window_before IS 'fact: end of the window being read, UTC';
COMMENT ON COLUMN channel_sync.cursor IS 'fact: the channel''s mark of the next page of the window, source: the channel';
COMMENT ON COLUMN channel_sync.running_since IS 'fact: when the running download began or last stored a page, UTC';
COMMENT ON COLUMN channel_sync.last_ended_at IS 'fact: when the last download ended, UTC';
COMMENT ON COLUMN channel_sync.last_wrong IS 'fact: what went wrong in it, or empty, source: the code';
COMMENT ON COLUMN channel_sync.last_mend IS 'fact: what to do about it, or empty, source: the code';
COMMENT ON COLUMN channel_sync.placed IS 'fact: how many new orders the window has brought';
COMMENT ON COLUMN channel_sync.changed IS 'fact: how many changed ones';
COMMENT ON COLUMN channel_sync.unread IS 'fact: how many that need attention';
COMMENT ON COLUMN channel_sync.next_run_at IS 'fact: when the next download is due, UTC';
SELECT guard_seller_table('channel_sync');
