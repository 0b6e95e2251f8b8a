-- Authentications of citizens (OpenID CIBA). Who is authenticated stands here as a pseudonym only.
create table authentication (
    country            char(2)     not null,   -- whose eID scheme authenticates
    auth_req_id        uuid        not null,   -- derives from cause
    state              text        not null check (state in ('PENDING', 'APPROVED', 'DENIED', 'EXPIRED')),
    request_id         uuid        not null,   -- ce_id of the attestation request
    cause              uuid        not null,   -- of what follows: from the request's source and ce_id
    exchange_id        uuid        not null,
    requester_country  char(2)     not null,
    requester          text        not null,   -- id of the authority
    requester_name     text        not null,
    procedure_code     text        not null,
    level_of_assurance text        not null,
    attributes         text[]      not null,   -- optional ones that were asked for
    subject            text        not null,   -- pseudonym of the person
    company            text,                   -- pseudonym of the company that the person acts for
    response_key       bytea       not null,   -- public JWK that the attestation is encrypted to
    binding_message    text        not null,
    trace_parent       text,
    started_at         timestamptz not null,
    expires_at         timestamptz not null,
    decided_at         timestamptz,
    primary key (country, auth_req_id)
);

create index authentication_pending on authentication (expires_at) where state = 'PENDING';
create index authentication_listed on authentication (country, state, started_at);
create index authentication_exchange on authentication (country, exchange_id);
create index authentication_decided on authentication (decided_at) where decided_at is not null;

-- Attestations that were issued, so that they can be revoked.
create table attestation (
    country        char(2)     not null,
    attestation_id uuid        not null,
    exchange_id    uuid        not null,
    subject        text        not null,       -- pseudonym of the person
    issued_at      timestamptz not null,
    valid_until    timestamptz not null,
    place          bigint      not null,       -- of its status: list number * 100,000 + index
    revoked_at     timestamptz,
    listed         boolean     not null default false,  -- whether a published list has the revocation
    primary key (country, attestation_id)
);

create index attestation_valid_until on attestation (valid_until);
create index attestation_subject on attestation (country, subject);
create index attestation_revoked on attestation (country, place) where revoked_at is not null;
create index attestation_unlisted on attestation (country, place) where revoked_at is not null and not listed;

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

-- Holders whose death was registered of late: whatever is still issued to them is taken back.
create table deceased_holder (
    country   char(2)     not null,
    subject   text        not null,            -- pseudonym
    noted_at  timestamptz not null,
    primary key (country, subject)
);
