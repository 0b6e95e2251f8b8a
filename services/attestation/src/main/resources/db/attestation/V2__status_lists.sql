-- Lists of the status of attestations (draft-ietf-oauth-status-list), each for 100,000 of a country.
create table status_list (
    country   char(2)     not null,
    number    integer     not null,
    uri       text        not null,            -- as attestations refer to it, and so for ever
    issued_at timestamptz not null,            -- of the last token; they only grow
    due_at    timestamptz not null,            -- when the next one is to be there
    token     text,                            -- the last one; null: not published yet
    closed_at timestamptz,                     -- since when attestations are put into the next list
    primary key (country, number)
);

-- One place for each attestation, counted through all lists; those of a rolled-back transaction stay empty.
create sequence attestation_place minvalue 0;

-- What was issued so far has no place, and a form that nobody accepts any more.
delete from attestation;

alter table attestation
    add column place  bigint  not null,        -- list number * 100,000 + index
    add column listed boolean not null default false;  -- whether a published list has the revocation

create index attestation_subject on attestation (country, subject);
create index attestation_revoked on attestation (country, place) where revoked_at is not null;
create index attestation_unlisted on attestation (country, place) where revoked_at is not null and not listed;

-- Holders whose death was registered of late: whatever is still issued to them is taken back.
create table deceased_holder (
    country   char(2)     not null,
    subject   text        not null,            -- pseudonym
    noted_at  timestamptz not null,
    primary key (country, subject)
);
