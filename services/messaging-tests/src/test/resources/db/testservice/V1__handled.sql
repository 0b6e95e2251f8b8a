-- What the test service was asked, once per call of its handler.
create table handled (
    id          bigint generated always as identity primary key,
    country     char(2) not null,
    message     uuid    not null,
    procedure   text    not null
);

create table status (
    country char(2) not null,
    owner   char(2) not null,
    key     text    not null,
    value   text    not null,
    primary key (country, owner, key)
);

create table checked_at_commit (
    id integer not null unique deferrable initially deferred
);

create table subject (
    name    text   primary key,
    version bigint not null
);
