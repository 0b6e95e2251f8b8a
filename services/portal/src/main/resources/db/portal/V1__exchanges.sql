-- One row per exchange. Nothing personal: the login hint is only in the request that was sent, the
-- attestation goes straight on into the evidence requests, the evidence is checked and not kept.
create table exchange (
    id                     uuid        primary key,
    country                char(2)     not null,    -- the requester's
    requester              text        not null,
    procedure              text        not null,
    citizen_country        char(2)     not null,
    level_of_assurance     text        not null,
    explicit_request       boolean     not null,
    possibility_preview    boolean     not null,
    subject                text        not null,    -- pseudonym of the citizen
    company                text,                    -- pseudonym of the company
    created_at             timestamptz not null,
    expires_at             timestamptz not null,
    state                  text        not null,
    attestation_request_id uuid        not null,
    attestation_id         uuid,
    attested_level         text,
    attestation_valid_until timestamptz,
    refusal_stage          text,
    refusal_code           text,
    refusal_reason         text,
    refusal_explanation    text,
    ended_at               timestamptz,
    response_key           bytea,                   -- private JWK that opens the answers
    check ((ended_at is null) = (response_key is not null)),
    check ((ended_at is null) = (state in ('ATTESTATION_REQUESTED', 'EVIDENCE_REQUESTED'))),
    check ((refusal_stage is not null) = (state = 'REFUSED'))
);

-- Which exchange a caller's Idempotency-Key started.
create table idempotency_key (
    key         text    primary key,
    country     char(2) not null,                   -- the requester's
    fingerprint text    not null,                   -- keyed hash of the request, to tell a repetition
    exchange_id uuid    not null references exchange on delete cascade deferrable initially deferred
);

create index idempotency_key_exchange on idempotency_key (exchange_id);

create index exchange_open on exchange (expires_at) where ended_at is null;
create index exchange_ended on exchange (ended_at) where ended_at is not null;

-- What is asked for, in the order of asking; request_id is null until the citizen is attested.
create table exchange_evidence (
    exchange_id         uuid     not null references exchange on delete cascade,
    position            smallint not null,
    country             char(2)  not null,          -- the requester's
    type                text     not null,
    provider_country    char(2)  not null,
    request_id          uuid,
    asked_at            timestamptz,
    evidence_id         uuid,
    issuing_authority   text,
    issued_on           date,
    conforms_to         text,
    refusal_stage       text,
    refusal_code        text,
    refusal_reason      text,
    refusal_explanation text,
    primary key (exchange_id, position)
);

-- What a viewer may see, numbered from 1 within the exchange.
create table exchange_timeline (
    exchange_id   uuid        not null references exchange on delete cascade,
    sequence      integer     not null,
    country       char(2)     not null,             -- the requester's
    at            timestamptz not null,
    kind          text        not null,
    from_country  char(2),
    from_service  text,
    to_country    char(2),
    to_service    text,
    topic         text,
    message_id    uuid,
    evidence_type text,
    outcome       text,
    took_millis   bigint,
    primary key (exchange_id, sequence)
);
