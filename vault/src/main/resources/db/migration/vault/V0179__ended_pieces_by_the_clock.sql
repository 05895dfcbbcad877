-- What a training installation has added to the clock stands in a table of another name now.
CREATE OR REPLACE FUNCTION vault_drop_ended_pieces() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = counterfoil, pg_temp AS $$
DECLARE
    v_ahead   bigint := 0;
    v_today   date;
    v_piece   record;
    v_left    boolean;
    v_dropped integer := 0;
BEGIN
    IF to_regclass('counterfoil.clock_ahead') IS NOT NULL THEN
        EXECUTE 'SELECT COALESCE(max(ahead), 0) FROM counterfoil.clock_ahead' INTO v_ahead;
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
