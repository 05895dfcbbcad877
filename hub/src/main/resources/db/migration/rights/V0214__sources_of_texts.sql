COMMENT ON COLUMN rights_step.detail IS 'fact: what goes with the step; source: the code that takes it, from names of enums, names of purposes and numbers';
COMMENT ON COLUMN rights_receipt.lines IS 'fact: what it says; source: the code that makes it, from names of purposes, articles, numbers and days';
