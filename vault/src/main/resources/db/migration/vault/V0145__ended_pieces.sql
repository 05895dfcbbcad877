-- Gives the space of pieces back whose days have all come. It takes no parameter: which pieces those are, it reads in the
-- catalogue, and what day it is, from the database server's clock and what a training installation has added to it. The
-- piece and what it hangs on are locked first, so that nothing can be put into it meanwhile; then the guard between
-- sellers is lifted for the owner, in this transaction alone, to see the rows of everybody. One row that is left, of
-- whatever seller, and the piece stays as it was.
CREATE FUNCTION vault_drop_ended_pieces() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = counterfoil, pg_temp AS $$
DECLARE
    v_ahead   bigint := 0;
    v_today   date;
    v_piece   record;
    v_left    boolean;
    v_dropped integer := 0;
BEGIN
    IF to_regclass('counterfoil.custody_clock') IS NOT NULL THEN
        EXECUTE 'SELECT COALESCE(max(ahead), 0) FROM counterfoil.custody_clock' INTO v_ahead;
    END IF;
    v_today := ((now() + v_ahead * interval '1 second') AT TIME ZONE 'Europe/London')::date;
    PERFORM set_config('lock_timeout', '500ms', true);
    FOR v_piece IN
        SELECT piece.oid::regclass AS name, list.oid::regclass AS hangs_on,
               (regexp_match(pg_get_expr(piece.relpartbound, piece.oid), 'TO \(''([0-9-]+)''\)'))[1]::date AS ends_before
          FROM pg_class piece
          JOIN pg_inherits below ON below.inhrelid = piece.oid
          JOIN pg_class list ON list.oid = below.inhparent
          JOIN pg_inherits above ON above.inhrelid = list.oid AND above.inhparent = 'counterfoil.vault_record'::regclass
         WHERE piece.relkind = 'r'
         ORDER BY 3, 1
    LOOP
        CONTINUE WHEN v_piece.ends_before IS NULL OR v_piece.ends_before > v_today;
        EXIT WHEN v_dropped >= 8;
        BEGIN
            EXECUTE format('LOCK TABLE ONLY %s IN ACCESS EXCLUSIVE MODE', v_piece.hangs_on);
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', v_piece.name);
            EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', v_piece.name);
            EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s)', v_piece.name) INTO v_left;
            IF v_left THEN
                RAISE EXCEPTION 'rows are left' USING ERRCODE = 'CF001';
            END IF;
            EXECUTE format('DROP TABLE %s', v_piece.name);
            v_dropped := v_dropped + 1;
        EXCEPTION
            -- Somebody reads or writes there just now, or rows are left: as it was, until the next time.
            WHEN lock_not_available OR deadlock_detected OR SQLSTATE 'CF001' THEN NULL;
        END;
    END LOOP;
    RETURN v_dropped;
END $$;
COMMENT ON FUNCTION vault_drop_ended_pieces IS 'Drops pieces of vault_record wholly in the past that no seller has a row in, at most eight at a time, and tells how many.';
REVOKE ALL ON FUNCTION vault_drop_ended_pieces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault_drop_ended_pieces() TO ${app_role};
