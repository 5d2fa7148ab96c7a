/**
 * Each statement returns the rows that differ from the facts: `row` names the row, `stored` and `expected` are the amounts. It reads
 * every organization that the connection sees.
 */
export type Check = { rule: string; differing: string };

const nameOfInvoice = "i.kind || ' ' || coalesce(i.number, i.id::text)";

/** What was settled of each invoice. */
const settled = `select organization_id, invoice_id, sum(amount_minor) as minor from invoice_settlements group by 1, 2`;

/** Refunds that the gateway refused went back to the credit that they were taken from. */
const keptRefunds = `select r.organization_id, r.payment_id, r.credit_id, r.amount_minor from refunds r
  where not exists (select from gateway_refunds g where g.organization_id = r.organization_id and g.refund_id = r.id and g.status = 'failed')`;

const invoices: Check[] = [
  {
    rule: "A document is the sum of its lines",
    differing: `select i.organization_id, ${nameOfInvoice} as row, i.total_minor as stored, coalesce(l.minor, 0) as expected
      from invoices i left join (select organization_id, invoice_id, sum(total_minor) as minor, sum(net_minor) as net
        from invoice_lines group by 1, 2) l on l.organization_id = i.organization_id and l.invoice_id = i.id
      where (i.total_minor, i.net_minor) is distinct from (coalesce(l.minor, 0), coalesce(l.net, 0))`,
  },
  {
    rule: "The open amount of an invoice is its total less its settlements",
    differing: `select i.organization_id, ${nameOfInvoice} as row, i.open_minor as stored, e.minor as expected
      from invoices i left join (${settled}) s on s.organization_id = i.organization_id and s.invoice_id = i.id
      cross join lateral (select case when i.kind = 'invoice' and i.finalized_at is not null
        then i.total_minor - coalesce(s.minor, 0) else 0 end as minor) e
      where i.open_minor is distinct from e.minor`,
  },
  {
    rule: "The numbers of a series are 1 to the last one, without a gap",
    differing: `select s.organization_id, 'series ' || s.document || ' ' || s.financial_year || ' ' || s.id as row,
        s.next_number - 1 as stored, coalesce(i.numbers, 0) as expected
      from number_series s left join (select organization_id, series_id, count(*) as numbers, max(sequence) as last
        from invoices where series_id is not null group by 1, 2) i
        on i.organization_id = s.organization_id and i.series_id = s.id
      where (s.next_number - 1, s.next_number - 1) is distinct from (coalesce(i.numbers, 0), coalesce(i.last, 0))`,
  },
  {
    rule: "What is unpaid of a membership is its share of the open invoices",
    differing: `select m.organization_id, 'membership ' || m.id as row, m.unpaid_minor as stored, coalesce(u.minor, 0) as expected
      from memberships m left join (
        select organization_id, membership_id, sum(minor) as minor, min(due_on) filter (where minor > 0) as due_on
        from (select l.organization_id, l.membership_id, i.due_on,
            round(i.open_minor::numeric * greatest(sum(l.total_minor), 0) / i.total_minor) as minor
          from invoice_lines l join invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id and i.open_minor > 0
            and i.debit_pending_since is null
          where l.membership_id is not null
          group by l.organization_id, l.membership_id, i.id, i.due_on, i.open_minor, i.total_minor) share
        group by organization_id, membership_id) u on u.organization_id = m.organization_id and u.membership_id = m.id
      where (m.unpaid_minor, m.unpaid_due_on) is distinct from (coalesce(u.minor, 0), u.due_on)`,
  },
];

const money: Check[] = [
  {
    rule: "What is left of account credit is its amount less what was used, refunded, disputed and lapsed",
    differing: `select c.organization_id, 'account credit ' || c.id as row, c.remaining_minor as stored, e.minor as expected
      from account_credits c
      left join (select organization_id, credit_id, sum(amount_minor) as minor from invoice_settlements
        where credit_id is not null group by 1, 2) s on s.organization_id = c.organization_id and s.credit_id = c.id
      left join (select organization_id, credit_id, sum(amount_minor) as minor from (${keptRefunds}) kept group by 1, 2) r
        on r.organization_id = c.organization_id and r.credit_id = c.id
      left join payments p on p.organization_id = c.organization_id and p.id = c.payment_id
      cross join lateral (select case when p.reversed_at is null and c.withdrawn_at is null
        then c.amount_minor - coalesce(s.minor, 0) - coalesce(r.minor, 0) - c.lapsed_minor - c.disputed_minor else 0 end as minor) e
      where c.remaining_minor is distinct from e.minor`,
  },
  {
    rule: "The refunded amount of a payment is the sum of its refunds",
    differing: `select p.organization_id, 'payment ' || p.id as row, p.refunded_minor as stored, coalesce(r.minor, 0) as expected
      from payments p left join (select organization_id, payment_id, sum(amount_minor) as minor from (${keptRefunds}) kept group by 1, 2) r
        on r.organization_id = p.organization_id and r.payment_id = p.id
      where p.refunded_minor is distinct from coalesce(r.minor, 0)`,
  },
  {
    rule: "What is in transit to payers is what gateways have not confirmed",
    differing: `select coalesce(l.organization_id, w.organization_id) as organization_id, 'refunds in transit' as row,
        coalesce(-l.minor, 0) as stored, coalesce(w.minor, 0) as expected
      from (select j.organization_id, sum(j.amount_minor) as minor from journal_lines j where j.account = 'refunds_in_transit' group by 1) l
      full join (select g.organization_id, sum(r.amount_minor) as minor from gateway_refunds g
          join refunds r on r.organization_id = g.organization_id and r.id = g.refund_id
        where g.status = 'pending' group by 1) w on w.organization_id = l.organization_id
      where coalesce(-l.minor, 0) is distinct from coalesce(w.minor, 0)`,
  },
  {
    rule: "A payment settles invoices or becomes account credit, apart from what a dispute has re-opened, and a reversed one neither",
    differing: `select p.organization_id, 'payment ' || p.id as row, e.minor as stored,
        case when p.reversed_at is null then p.amount_minor - coalesce(d.minor, 0) else 0 end as expected
      from payments p
      left join (select organization_id, payment_id, sum(reopened_minor) as minor from disputes
        where returned_at is null group by 1, 2) d on d.organization_id = p.organization_id and d.payment_id = p.id
      left join (select organization_id, payment_id, sum(amount_minor) as minor from invoice_settlements
        where payment_id is not null group by 1, 2) s on s.organization_id = p.organization_id and s.payment_id = p.id
      left join (select organization_id, payment_id, sum(amount_minor) as minor from account_credits
        where payment_id is not null group by 1, 2) c on c.organization_id = p.organization_id and c.payment_id = p.id
      cross join lateral (select coalesce(s.minor, 0) + case when p.reversed_at is null then coalesce(c.minor, 0) else 0 end
        as minor) e
      where e.minor is distinct from case when p.reversed_at is null then p.amount_minor - coalesce(d.minor, 0) else 0 end`,
  },
  {
    rule: "The losses from disputes are what left before the bank took it back",
    differing: `select coalesce(l.organization_id, d.organization_id) as organization_id, 'dispute losses' as row,
        coalesce(l.minor, 0) as stored, coalesce(d.minor, 0) as expected
      from (select organization_id, sum(amount_minor) as minor from journal_lines where account = 'dispute_losses' group by 1) l
      full join (select organization_id, sum(loss_minor) as minor from disputes where returned_at is null group by 1) d
        on d.organization_id = l.organization_id
      where coalesce(l.minor, 0) <> coalesce(d.minor, 0)`,
  },
  {
    rule: "A gateway holds what it collected, less refunds, disputes, fees and what it paid out",
    differing: `select coalesce(a.organization_id, b.organization_id) as organization_id,
        'gateway clearing in ' || coalesce(a.currency, b.currency) as row, coalesce(a.minor, 0) as stored, coalesce(b.minor, 0) as expected
      from (select e.organization_id, e.currency, sum(l.amount_minor) as minor
        from journal_lines l join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.account = 'gateway_clearing' group by 1, 2) a
      full join (select organization_id, currency, sum(minor) as minor from (
          select organization_id, currency, amount_minor as minor from payments where gateway_id is not null and reversed_at is null
          union all
          select g.organization_id, r.currency, -r.amount_minor from gateway_refunds g
            join refunds r on r.organization_id = g.organization_id and r.id = g.refund_id where g.status = 'succeeded'
          union all
          select organization_id, currency, -fee_minor - case when taken_at is not null and returned_at is null then amount_minor else 0 end
            from disputes
          union all
          select organization_id, currency, -fee_minor - case when booked_at is not null then amount_minor else 0 end from payouts
        ) moved group by 1, 2) b
        on b.organization_id = a.organization_id and b.currency = a.currency
      where coalesce(a.minor, 0) <> coalesce(b.minor, 0)`,
  },
  {
    rule: "The expected cash of a closed till is its float and the sum of its movements",
    differing: `select t.organization_id, 'till session ' || t.id as row, t.expected_minor as stored,
        t.float_minor + coalesce(m.minor, 0) as expected
      from till_sessions t left join (select organization_id, till_session_id, sum(amount_minor) as minor
        from till_movements group by 1, 2) m on m.organization_id = t.organization_id and m.till_session_id = t.id
      where t.closed_at is not null and t.expected_minor is distinct from t.float_minor + coalesce(m.minor, 0)`,
  },
  {
    rule: "The cash in the ledger is what lies in the drawers",
    differing: `select coalesce(a.organization_id, b.organization_id) as organization_id,
        'cash of location ' || coalesce(a.location_id, b.location_id) as row,
        coalesce(a.minor, 0) as stored, coalesce(b.minor, 0) as expected
      from (select e.organization_id, e.location_id, e.currency, sum(l.amount_minor) as minor
        from journal_lines l join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.account = 'cash' group by 1, 2, 3) a
      full join (select organization_id, location_id, currency, sum(minor) as minor from (
          select organization_id, location_id, currency, float_change_minor as minor from till_sessions
          union all
          select organization_id, location_id, currency, left_minor - expected_minor from till_sessions
            where closed_at is not null
          union all
          select s.organization_id, s.location_id, s.currency, m.amount_minor from till_movements m
            join till_sessions s on s.organization_id = m.organization_id and s.id = m.till_session_id) moved
          group by 1, 2, 3) b
        on b.organization_id = a.organization_id and b.location_id = a.location_id and b.currency = a.currency
      where coalesce(a.minor, 0) <> coalesce(b.minor, 0)`,
  },
  {
    rule: "The cash in the safe is what the tills put there, less what was brought to the bank",
    differing: `select coalesce(a.organization_id, b.organization_id) as organization_id,
        'safe of location ' || coalesce(a.location_id, b.location_id) as row,
        coalesce(a.minor, 0) as stored, coalesce(b.minor, 0) as expected
      from (select e.organization_id, e.location_id, e.currency, sum(l.amount_minor) as minor
        from journal_lines l join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.account = 'safe' group by 1, 2, 3) a
      full join (select organization_id, location_id, currency, sum(minor) as minor from (
          select organization_id, location_id, currency, counted_minor - left_minor as minor from till_sessions
            where closed_at is not null
          union all
          select s.organization_id, s.location_id, s.currency, -m.amount_minor from till_movements m
            join till_sessions s on s.organization_id = m.organization_id and s.id = m.till_session_id
            where m.kind = 'to_safe'
          union all
          select organization_id, location_id, currency, -float_change_minor from till_sessions where float_source = 'safe'
          union all
          select organization_id, location_id, currency, -amount_minor from bank_deposits) moved group by 1, 2, 3) b
        on b.organization_id = a.organization_id and b.location_id = a.location_id and b.currency = a.currency
      where coalesce(a.minor, 0) <> coalesce(b.minor, 0)`,
  },
];

const ledger: Check[] = [
  {
    rule: "The lines of a journal entry sum to zero",
    differing: `select organization_id, 'journal entry ' || entry_id as row, sum(amount_minor) as stored, 0 as expected
      from journal_lines group by organization_id, entry_id having sum(amount_minor) <> 0`,
  },
  {
    rule: "The receivable of an invoice in the ledger is its open amount",
    differing: `select i.organization_id, ${nameOfInvoice} as row, coalesce(j.minor, 0) as stored, i.open_minor as expected
      from invoices i left join (select organization_id, invoice_id, sum(amount_minor) as minor from journal_lines
        where account = 'receivable' and invoice_id is not null group by 1, 2) j
        on j.organization_id = i.organization_id and j.invoice_id = i.id
      where i.kind = 'invoice' and i.finalized_at is not null and i.voided_at is null and coalesce(j.minor, 0) <> i.open_minor`,
  },
  {
    rule: "The customer credit of a payer in the ledger is what is left of the account credit",
    differing: `select organization_id, 'payer ' || payer || ' in ' || currency as row,
        sum(ledger_minor) as stored, sum(remaining_minor) as expected
      from (
        select j.organization_id, coalesce(j.member_id, j.company_id)::text as payer, e.currency, -j.amount_minor as ledger_minor,
          0 as remaining_minor
        from journal_lines j join journal_entries e on e.organization_id = j.organization_id and e.id = j.entry_id
        where j.account = 'customer_credit'
        union all
        select organization_id, coalesce(payer_member_id, payer_company_id)::text, currency, 0, remaining_minor from account_credits
      ) credit group by organization_id, payer, currency having sum(ledger_minor) <> sum(remaining_minor)`,
  },
  {
    rule: "The opening balance is what was owed before an import, less what was corrected of it and the credit that came with it",
    differing: `select coalesce(a.organization_id, b.organization_id) as organization_id,
        'opening balance in ' || coalesce(a.currency, b.currency) as row, coalesce(a.minor, 0) as stored, coalesce(b.minor, 0) as expected
      from (select e.organization_id, e.currency, sum(l.amount_minor) as minor
        from journal_lines l join journal_entries e on e.organization_id = l.organization_id and e.id = l.entry_id
        where l.account = 'opening_balance' group by 1, 2) a
      full join (select organization_id, currency, sum(minor) as minor from (
          select organization_id, currency, -net_minor as minor from invoices
            where kind = 'invoice' and origin = 'import' and finalized_at is not null and voided_at is null
          union all
          select n.organization_id, n.currency, n.net_minor from invoices n
            join invoices i on i.organization_id = n.organization_id and i.id = n.corrects_invoice_id
            where n.kind = 'credit_note' and i.origin = 'import'
          union all
          select organization_id, currency, amount_minor from account_credits where source = 'import' and withdrawn_at is null
        ) opened group by 1, 2) b
        on b.organization_id = a.organization_id and b.currency = a.currency
      where coalesce(a.minor, 0) <> coalesce(b.minor, 0)`,
  },
];

export const checks: readonly Check[] = [...invoices, ...money, ...ledger];
