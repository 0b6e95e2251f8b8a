-- Messages that were processed: a redelivered one is recognised by its source and its id together.
create table inbox (
    country     char(2)     not null,
    ce_source   text        not null,            -- of a record that was refused: its topic
    ce_id       uuid        not null,
    received_at timestamptz not null,
    primary key (country, ce_id, ce_source)
);

create index inbox_received_at on inbox (received_at);

-- Records as they are sent, written in the transaction of the effect that they tell of.
create table outbox (
    id            bigint generated always as identity primary key,
    country       char(2)     not null,          -- whose principal sends it
    cause         uuid        not null,          -- of the message that led to it: from its source and its id
    topic         text        not null,
    partition     integer,                       -- null: by key
    record_key    bytea,
    value         bytea,                         -- null: a tombstone
    headers       bytea       not null,          -- names and values, see HeaderBytes
    in_order      boolean     not null,          -- must not overtake what was stored before it
    created_at    timestamptz not null
);

create index outbox_cause on outbox (country, cause);
create index outbox_created_at on outbox using brin (created_at);

-- Those that are still to be sent. A mark in the record itself would write the whole record again.
create table outbox_unsent (
    id         bigint      primary key,
    country    char(2)     not null,
    in_order   boolean     not null,
    created_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- How far the compacted topics have been read into this database.
create table topic_position (
    country     char(2) not null,                -- who reads
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (country, topic, partition)
);

-- Revoked keys after which everything on compacted topics was published anew.
create table republication (
    country        char(2)     not null,
    key_id         text        not null,
    republished_at timestamptz not null,
    primary key (country, key_id)
);
