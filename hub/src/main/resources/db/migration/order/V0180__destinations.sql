-- The order list asks for the destinations there are orders to: each is found by one look behind the one before it.
CREATE INDEX order_order_territory ON order_order (seller_id, territory);
