-- The clock, and how long data is kept, are modules of their own; their tables go with them.
ALTER TABLE custody_clock RENAME TO clock_ahead;
ALTER TABLE custody_tick RENAME TO clock_tick;
ALTER TABLE custody_clock_jump RENAME TO clock_jump;
ALTER TABLE custody_clock_answer RENAME TO clock_answer;
ALTER TABLE custody_policy RENAME TO retention_policy;
ALTER TABLE custody_legal_hold RENAME TO retention_legal_hold;
ALTER INDEX custody_clock_jump_open RENAME TO clock_jump_open;
ALTER INDEX custody_legal_hold_standing RENAME TO retention_legal_hold_standing;
