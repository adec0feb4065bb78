\set ON_ERROR_STOP on
\set QUIET on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set client_min_messages = notice;
set check_function_bodies = off;
set row_security = off;
set search_path = pg_catalog, pg_temp;
set timezone = 'UTC';
set datestyle = 'ISO, MDY';
set lock_timeout = '500ms';
set statement_timeout = '10min';
set idle_in_transaction_session_timeout = '5min';
