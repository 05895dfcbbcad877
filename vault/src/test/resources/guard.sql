CREATE FUNCTION guard_seller_table(p_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', p_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', p_table);
    EXECUTE format('CREATE POLICY seller_only ON %s'
        ' USING (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)'
        ' WITH CHECK (seller_id = NULLIF(current_setting(''counterfoil.seller'', true), '''')::uuid)', p_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${app_role}', p_table);
END $$;
CREATE FUNCTION open_installation_table(p_table regclass, p_reason text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('COMMENT ON TABLE %s IS %L', p_table, 'installation: ' || p_reason);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO ${app_role}', p_table);
END $$;
