-- A leaked backup tells subjects; whom of them an address is kept of is asked a hundred at a time.
CREATE INDEX marketing_person_subject ON marketing_person (seller_id, subject_id);
