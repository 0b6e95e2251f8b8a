-- The ledger of each country: an append-only hash chain. docs/ledger.md says what is hashed, and how.
create table ledger_entry (
    country           char(2)     not null,      -- whose ledger
    entry_number      bigint      not null,      -- from 1, without gaps
    event_id          uuid        not null,      -- ce_id of the audit event
    recorded_at       timestamptz not null,      -- when it was appended
    exchange_id       uuid,
    action            text        not null,
    occurred_at       timestamptz not null,
    service           text        not null,
    message_id        uuid,
    message_type      text,
    topic             text        not null,
    counterparty      text,                      -- upper case, as the event says it
    authority_country text,
    authority_id      text,
    authority_name    text,
    subject           text,                      -- a pseudonym, by the key of this country
    procedure         text,
    evidence_type     text,
    outcome           text,
    decided_at        timestamptz,
    positions         text        not null,      -- canonical JSON
    body_digest       bytea,
    previous_hash     bytea       not null,
    leaf_hash         bytea       not null,
    entry_hash        bytea       not null,
    primary key (country, entry_number),
    -- The inbox forgets after a while; the ledger never takes an event twice.
    unique (country, event_id, service)
);

create index ledger_entry_exchange on ledger_entry (country, exchange_id) where exchange_id is not null;
create index ledger_entry_occurred_at on ledger_entry (country, occurred_at, entry_number);
create index ledger_entry_subject on ledger_entry (country, subject, occurred_at) where subject is not null;

-- Where each chain ends. Who appends updates this row first, so that appending is one at a time per country.
create table ledger_head (
    country char(2) primary key,
    entries bigint  not null,
    hash    bytea   not null
);

-- Against mistakes, not against an attacker who owns the database: that is what the hashes are for.
create function ledger_is_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'The ledger is append-only';
end
$$;

create trigger ledger_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
