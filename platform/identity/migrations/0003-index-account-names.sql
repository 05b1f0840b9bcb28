-- The list of accounts by name, page by page.
create index accounts_by_name on identity.accounts (lower(display_name), id);
