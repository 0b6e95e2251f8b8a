-- The newest version of each register row that was read, still as the personal part that it came in.
create table register_row (
    country      char(2) not null,
    kind         text    not null,               -- PERSON or COMPANY
    subject      text    not null,               -- pseudonym by the country's own key
    version      bigint  not null,
    content_type text    not null,
    record_type  text    not null,
    schema_hash  text    not null,
    content      bytea   not null,               -- encrypted, as it came
    digest       bytea   not null,
    primary key (country, kind, subject)
);

-- Pseudonyms of identifiers that people have in other countries.
create table register_alias (
    country char(2) not null,
    alias   text    not null,
    subject text    not null,
    primary key (country, alias, subject)
);

create index register_alias_subject on register_alias (country, subject);
