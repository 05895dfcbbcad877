-- An address may sign somebody in at several shops, and one person at each.
CREATE UNIQUE INDEX seller_sign_in_route_once ON seller_sign_in_route (seller_id, token);
