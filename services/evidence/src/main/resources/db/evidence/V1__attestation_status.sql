-- What the attesting countries say of attestations that they issued; no row: nothing was said against it.
create table attestation_status (
    country        char(2)     not null,          -- who reads
    issuer         char(2)     not null,          -- who says it
    attestation_id uuid        not null,
    accepted       boolean     not null,
    changed_at     timestamptz not null,
    valid_until    timestamptz not null,          -- later the row means nothing
    primary key (country, attestation_id, issuer)
);

create index attestation_status_valid_until on attestation_status (valid_until);
