CREATE TABLE custody_clock (
    only_row boolean PRIMARY KEY CHECK (only_row),
    ahead    bigint NOT NULL CHECK (ahead >= 0)
);
SELECT open_installation_table('custody_clock', 'how far a training installation has moved its clock forward');
COMMENT ON COLUMN custody_clock.only_row IS 'fact: always true, there is one clock';
COMMENT ON COLUMN custody_clock.ahead IS 'fact: seconds ahead of the wall clock';
INSERT INTO custody_clock VALUES (true, 0);
