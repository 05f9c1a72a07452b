-- The council's nouns, and the log of every change to them.
--
-- Identifiers are UUIDs as text, days are ISO text, closed sets are codes.
-- References are checked at commit, so that undo may restore rows in any order.
-- Nothing is deleted by cascade: deleting is a decision of its own.

pragma application_id = 1162761291; -- "ENTK"

create table change (
    id integer primary key,
    at text not null,
    actor text not null,
    action text not null,
    subject text,
    final integer not null check (final in (0, 1)),
    undoes integer references change (id),
    version integer not null,
    open integer not null default 1 check (open in (0, 1))
) strict;
create unique index change_open on change (open) where open = 1;
create index change_undoes on change (undoes) where undoes is not null;

create table change_row (
    id integer primary key,
    change_id integer not null references change (id),
    tbl text not null,
    row_id text not null,
    before text,
    after text,
    purged integer not null default 0 check (purged in (0, 1))
) strict;
create index change_row_of on change_row (tbl, row_id, change_id);
create index change_row_in on change_row (change_id);

create trigger keep_change before delete on change
begin select raise(abort, 'the log is never deleted'); end;
create trigger keep_change_row before delete on change_row
begin select raise(abort, 'the log is never deleted'); end;

create table council (
    id text primary key not null check (id = 'council'),
    name text not null,
    municipality text not null,
    purposes text not null check (json_valid(purposes)),
    philosophy_source text not null,
    philosophy text not null,
    legal_basis text not null,
    secretariat text not null,
    consignment text,
    power text not null,
    date_style text not null check (date_style in ('era', 'western', 'both')),
    numbering text not null check (numbering in ('per_year', 'running')),
    notice text
) strict;

create table answer (
    id text primary key not null check (id in ('reappointment', 'replacement', 'quorum', 'proxy', 'openness',
        'minutes', 'pay', 'season', 'subcommittee_term', 'consignment', 'spelling', 'comma', 'paper_numbers',
        'steering_chair', 'support_arrow', 'sorting_arrow')),
    answer text not null check (json_valid(answer)),
    position integer not null
) strict;

create table body (
    id text primary key not null check (length(id) = 36),
    key text not null unique,
    kind text not null check (kind in ('plenary', 'steering', 'subcommittee_group', 'subcommittee', 'working_group',
        'case_review', 'project_team', 'secretariat', 'partner', 'city_office', 'education_board', 'plan_body',
        'addressee')),
    parent text references body (id) deferrable initially deferred,
    from_year integer not null check (from_year between 1900 and 2200),
    to_year integer check (to_year between 1900 and 2200),
    position integer not null
) strict;

create table body_version (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    from_year integer not null check (from_year between 1900 and 2200),
    name text not null,
    note text,
    frequency text check (json_valid(frequency)),
    term_rule text not null,
    verb text not null check (verb in ('commission', 'select', 'assign', 'ex_officio')),
    texts text not null check (json_valid(texts)),
    categories text not null check (json_valid(categories)),
    officers text not null check (json_valid(officers)),
    unique (body, from_year)
) strict;

create table plan (
    id text primary key not null check (length(id) = 36),
    key text not null unique,
    kind text not null check (kind in ('upper', 'own', 'component')),
    parent text references plan (id) deferrable initially deferred,
    name text not null,
    note text,
    period_from text check (date(period_from) is period_from),
    period_to text check (date(period_to) is period_to),
    from_year integer not null check (from_year between 1900 and 2200),
    to_year integer check (to_year between 1900 and 2200),
    position integer not null,
    check ((period_from is null) = (period_to is null))
) strict;

create table law (
    id text primary key not null check (length(id) = 36),
    citation text not null,
    text text not null,
    as_of text check (date(as_of) is as_of),
    certainty text not null check (certainty in ('stated', 'estimated'))
) strict;

-- An end with neither body nor plan is the council as a whole.
create table flow (
    id text primary key not null check (length(id) = 36),
    from_body text references body (id) deferrable initially deferred,
    from_plan text references plan (id) deferrable initially deferred,
    to_body text references body (id) deferrable initially deferred,
    to_plan text references plan (id) deferrable initially deferred,
    label text not null,
    kind text not null check (kind in ('consultation', 'plan', 'support')),
    direction text not null check (direction in ('one_way', 'both')),
    certainty text not null check (certainty in ('stated', 'estimated')),
    note text,
    from_year integer not null check (from_year between 1900 and 2200),
    to_year integer check (to_year between 1900 and 2200),
    position integer not null,
    check (from_body is null or from_plan is null),
    check (to_body is null or to_plan is null)
) strict;

create table organization (
    id text primary key not null check (length(id) = 36),
    names text not null check (json_valid(names))
) strict;

create table post (
    id text primary key not null check (length(id) = 36),
    name text not null,
    organization text references organization (id) deferrable initially deferred
) strict;

create table person (
    id text primary key not null check (length(id) = 36),
    family text not null,
    given text not null,
    family_kana text not null,
    given_kana text not null,
    latin text,
    glyph_note text,
    letter_title text not null,
    publication text not null check (publication in ('name', 'organization', 'hidden')),
    needs text not null check (json_valid(needs)),
    contact text,
    gender text
) strict;

create table affiliation (
    id text primary key not null check (length(id) = 36),
    person text not null references person (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    post text,
    from_day text check (date(from_day) is from_day),
    to_day text check (date(to_day) is to_day)
) strict;

create table seat (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    category integer check (category between 0 and 255),
    filler text not null check (filler in ('person', 'post', 'organization', 'derived')),
    post text references post (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    head_of text references body (id) deferrable initially deferred,
    nominator text references organization (id) deferrable initially deferred,
    position integer not null,
    from_day text not null check (date(from_day) is from_day),
    to_day text check (date(to_day) is to_day),
    check ((filler = 'post') = (post is not null)),
    check ((filler = 'organization') = (organization is not null)),
    check ((filler = 'derived') = (head_of is not null))
) strict;

create table appointment (
    id text primary key not null check (length(id) = 36),
    seat text not null references seat (id) deferrable initially deferred,
    body text not null references body (id) deferrable initially deferred,
    person text not null references person (id) deferrable initially deferred,
    category integer check (category between 0 and 255),
    verb text not null check (verb in ('commission', 'select', 'assign', 'ex_officio')),
    kind text not null check (kind in ('regular', 'temporary', 'observer')),
    decided_on text check (date(decided_on) is decided_on),
    start_day text not null check (date(start_day) is start_day),
    end_day text check (date(end_day) is end_day),
    end_rule text not null check (end_rule in ('by_rule', 'remaining', 'shortened', 'none')),
    ended_on text check (date(ended_on) is ended_on),
    end_reason text check (end_reason in ('expired', 'resigned', 'lost_category', 'died', 'released', 'transferred',
        'replaced', 'remaining_term')),
    predecessor text references appointment (id) deferrable initially deferred,
    route text check (json_valid(route)),
    letter_number text
) strict;

create table meeting (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    number integer not null check (number between 0 and 65535),
    day text not null check (date(day) is day),
    start_time text,
    end_time text,
    place text not null,
    mode text not null check (mode in ('in_person', 'online', 'hybrid', 'written')),
    closed_reason text,
    state text not null check (state in ('draft', 'noticed', 'held', 'minutes_out', 'approved', 'cancelled')),
    layout text not null check (layout in ('square', 'horseshoe', 'school')),
    copies text not null check (json_valid(copies)),
    secretariat text not null check (json_valid(secretariat))
) strict;

create table office (
    id text primary key not null check (length(id) = 36),
    body text not null references body (id) deferrable initially deferred,
    title text not null,
    person text not null references person (id) deferrable initially deferred,
    appointment text not null references appointment (id) deferrable initially deferred,
    elected_at text references meeting (id) deferrable initially deferred,
    method text not null check (method in ('mutual_election', 'nomination', 'other', 'unknown')),
    start_day text not null check (date(start_day) is start_day),
    end_day text check (date(end_day) is end_day)
) strict;

create table nomination (
    id text primary key not null check (length(id) = 36),
    seat text not null references seat (id) deferrable initially deferred,
    organization text references organization (id) deferrable initially deferred,
    asked_on text check (date(asked_on) is asked_on),
    due_on text check (date(due_on) is due_on),
    replied_on text check (date(replied_on) is replied_on),
    person text references person (id) deferrable initially deferred,
    consented_on text check (date(consented_on) is consented_on),
    decided_on text check (date(decided_on) is decided_on)
) strict;

create table attendance (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    appointment text not null references appointment (id) deferrable initially deferred,
    presence text not null check (presence in ('present', 'online', 'late', 'left_early', 'proxy', 'excused',
        'absent')),
    proxy text,
    unique (meeting, appointment)
) strict;

create table paper (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    number text not null,
    title text not null,
    class text not null check (class in ('sent', 'on_the_day', 'reference')),
    revision text,
    closed_reason text,
    content text not null check (json_valid(content))
) strict;

create table agenda_item (
    id text primary key not null check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    position integer not null,
    kind text not null check (kind in ('opening', 'deliberation', 'report', 'election', 'other', 'recess', 'closing')),
    title text not null,
    presenter text,
    minutes integer check (minutes between 0 and 65535),
    closed_reason text
) strict;

create table agenda_paper (
    id text primary key not null check (id = item || '/' || paper),
    item text not null references agenda_item (id) deferrable initially deferred,
    paper text not null references paper (id) deferrable initially deferred,
    position integer not null
) strict;

create table issue (
    id text primary key not null check (length(id) = 36),
    year integer not null check (year between 1900 and 2200),
    number integer not null check (number between 0 and 65535),
    title text not null,
    gist text not null,
    background text not null,
    resources text not null,
    measures text not null,
    field text not null,
    level text not null check (level in ('individual', 'subcommittee', 'plenary', 'city', 'prefecture')),
    inlet text not null check (inlet in ('case_review', 'partner', 'subcommittee', 'plenary', 'steering')),
    raised_by text references organization (id) deferrable initially deferred,
    received_on text not null check (date(received_on) is received_on),
    stage text not null check (stage in ('received', 'sorting', 'theme', 'deliberating', 'reported', 'approved',
        'continued', 'returned', 'proposed', 'answered', 'reflected', 'closed')),
    owner text references body (id) deferrable initially deferred,
    due_on text check (date(due_on) is due_on),
    feedback_on text check (date(feedback_on) is feedback_on),
    unique (year, number)
) strict;

create table issue_event (
    id text primary key not null check (length(id) = 36),
    issue text not null references issue (id) deferrable initially deferred,
    day text not null check (date(day) is day),
    stage text not null check (stage in ('received', 'sorting', 'theme', 'deliberating', 'reported', 'approved',
        'continued', 'returned', 'proposed', 'answered', 'reflected', 'closed')),
    body text references body (id) deferrable initially deferred,
    meeting text references meeting (id) deferrable initially deferred,
    text text not null
) strict;

create table issue_link (
    id text primary key not null check (id = from_issue || '/' || to_issue || '/' || kind),
    from_issue text not null references issue (id) deferrable initially deferred,
    to_issue text not null references issue (id) deferrable initially deferred,
    kind text not null check (kind in ('split', 'merged', 'follows')),
    reason text not null
) strict;

create table proposal (
    id text primary key not null check (length(id) = 36),
    title text not null,
    text text not null,
    approved_at text references meeting (id) deferrable initially deferred,
    addressee text not null,
    delivered_on text check (date(delivered_on) is delivered_on),
    answered_on text check (date(answered_on) is answered_on),
    answer text
) strict;

create table proposal_issue (
    id text primary key not null check (id = proposal || '/' || issue),
    proposal text not null references proposal (id) deferrable initially deferred,
    issue text not null references issue (id) deferrable initially deferred,
    position integer not null
) strict;

-- Places on a chart that the office has fixed by hand, in micrometres.
create table pin (
    id text primary key not null check (id = chart || '/' || key),
    chart text not null,
    key text not null,
    x_um integer not null,
    y_um integer not null
) strict;

create table setting (
    id text primary key not null,
    value text not null
) strict;
