-- The section of a statement says what its lines are; it counts where no chart of accounts does.
alter table ledger_entry add column account_type text;
create index ledger_entry_type on ledger_entry (plant_code, account_code, account_type) where superseded_by is null and account_type is not null;
