ALTER TABLE rights_request ADD COLUMN staff_id uuid;
COMMENT ON COLUMN rights_request.staff_id IS 'id: the person of the shop who has asked about their own account; empty where it is a buyer or a recipient';
CREATE INDEX rights_request_staff ON rights_request (seller_id, staff_id) WHERE staff_id IS NOT NULL;
