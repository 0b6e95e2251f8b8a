-- What the attesting countries say of attestations: the newest token of each of their status lists.
create table status_list (
    country   char(2)     not null,          -- who reads
    issuer    char(2)     not null,          -- whose attestations are in it
    uri       text        not null,
    issued_at timestamptz not null,
    token     text        not null,
    primary key (country, uri, issuer)
);
