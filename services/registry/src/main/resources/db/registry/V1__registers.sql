-- The population register and the business register of each country; addresses are of the country that they are in.

create table person (
    country                     char(2)     not null,
    subject                     text        not null,       -- pseudonym by the country's own key
    identifier_scheme           text        not null,
    identifier                  text        not null,
    family_name                 text        not null,
    given_name                  text        not null,
    birth_name                  text,
    date_of_birth               date        not null,
    place_of_birth              text        not null,
    country_of_birth            text        not null,
    gender                      text        not null,
    nationalities               text[]      not null,
    street_address              text        not null,
    house_number                text,
    postal_code                 text        not null,
    locality                    text        not null,
    region                      text,
    address_country             text        not null,
    address_registered_at       timestamptz not null,
    other_street_address        text,                       -- a double address, or null altogether
    other_house_number          text,
    other_postal_code           text,
    other_locality              text,
    other_region                text,
    other_address_country       text,
    other_address_registered_at timestamptz,
    tax_as_of                   date        not null,
    tax_outstanding             numeric(18, 2) not null check (tax_outstanding >= 0),
    tax_currency                text        not null,
    deceased_on                 date,
    version                     bigint      not null check (version >= 1),
    changed_at                  timestamptz not null,
    primary key (country, subject),
    unique (country, identifier_scheme, identifier),
    check ((other_street_address is null) = (other_address_registered_at is null))
);

-- Under which identifiers other countries know the person, and the pseudonyms of these by this country's key.
create table foreign_identifier (
    country           char(2) not null,
    subject           text    not null,
    known_in          text    not null,
    identifier_scheme text    not null,
    identifier        text    not null,
    alias             text    not null,
    primary key (country, subject, alias),
    foreign key (country, subject) references person
);

create index foreign_identifier_alias on foreign_identifier (country, alias);

create table relative (
    country           char(2) not null,
    subject           text    not null,
    position          integer not null,
    kinship           text    not null,
    identifier_scheme text    not null,
    identifier        text    not null,
    full_name         text    not null,
    registered_in     text    not null,
    primary key (country, subject, position),
    foreign key (country, subject) references person
);

create table diploma (
    country       char(2) not null,
    credential_id text    not null,
    subject       text    not null,
    qualification text    not null,
    institution   text    not null,
    eqf_level     integer not null check (eqf_level between 1 and 8),
    awarded_on    date    not null,
    primary key (country, credential_id),
    foreign key (country, subject) references person
);

create index diploma_subject on diploma (country, subject);

create table company (
    country           char(2)     not null,
    subject           text        not null,                 -- pseudonym by the country's own key
    identifier_scheme text        not null,
    identifier        text        not null,
    register_id       text        not null,                 -- of the EUID
    legal_name        text        not null,
    legal_form        text        not null,
    status            text        not null,
    registered_on     date        not null,
    street_address    text        not null,
    house_number      text,
    postal_code       text        not null,
    locality          text        not null,
    region            text,
    address_country   text        not null,
    vat_number        text,
    tax_as_of         date        not null,
    tax_outstanding   numeric(18, 2) not null check (tax_outstanding >= 0),
    tax_currency      text        not null,
    version           bigint      not null check (version >= 1),
    changed_at        timestamptz not null,
    primary key (country, subject),
    unique (country, identifier_scheme, identifier)
);

create table representative (
    country           char(2) not null,
    subject           text    not null,
    position          integer not null,
    identifier_scheme text    not null,                     -- of the person, who may be registered abroad
    identifier        text    not null,
    family_name       text    not null,
    given_name        text    not null,
    date_of_birth     date    not null,
    role              text    not null,
    jointly           boolean not null,
    since             date    not null,
    primary key (country, subject, position),
    foreign key (country, subject) references company
);

-- What the registers began with; written in the transaction that fills them, so they are filled once.
create table seed (
    country   char(2)     primary key,
    seed      bigint      not null,
    people    integer     not null,
    companies integer     not null,
    seeded_at timestamptz not null
);

create table persona (
    country         char(2) not null references seed deferrable initially deferred,
    name            text    not null,
    person_subject  text    not null,
    company_subject text,
    primary key (country, name),
    foreign key (country, person_subject) references person (country, subject),
    foreign key (country, company_subject) references company (country, subject)
);
