-- A leaked backup tells subjects; whom of them an address is kept of is asked a hundred at a time.
CREATE INDEX rights_request_subject ON rights_request (seller_id, subject_id);
CREATE INDEX rights_knock_subject ON rights_knock (seller_id, subject_id);
