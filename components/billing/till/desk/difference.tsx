import { Lightbulb, TriangleAlert } from "lucide-react";
import { denominationsOf } from "@/components/billing/till/denominations";
import { movementWords } from "@/components/billing/till/movement-words";
import { Badge } from "@/components/ui/data/badge";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { formatTime } from "@/lib/client/format";
import { type TillMovementKind, tillMovementKinds } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { type DifferenceHint, differenceHint } from "./difference-hint";
import type { DrawerMovement } from "./drawer-panel";
import type { TillContext } from "./till-context";

/** What the API says after the count. */
export type Found = { expected_minor: number; counted_minor: number; difference_minor: number };
type Why = { what: string; note: string };

const reasons = [
  "Wrong change given",
  "A payment was not recorded",
  "A payment was recorded in the wrong way",
  "Cash taken out without a note",
  "The float was wrong",
  "Nobody knows",
];

/** As it stands in the report. */
export const reasonOf = ({ what, note }: Why): string => (note.trim() ? `${what}: ${note.trim()}` : what);

interface DifferenceProps {
  found: Found;
  session: { float_minor: number; opened_at: string };
  movements: readonly DrawerMovement[];
  context: TillContext;
  why: Why;
  onWhyChange: (why: Why) => void;
}

/** The difference with its sum, what may explain it, and the reason that staff give. */
export function Difference({ found, session, movements, context, why, onWhyChange }: DifferenceProps) {
  const { currency, locale, time_zone } = context;
  const { expected_minor, counted_minor, difference_minor } = found;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const signed = (minor: number) => `${minor > 0 ? "+" : ""}${money(minor)}`;
  const groups = tillMovementKinds
    .map((kind) => ({ kind, of: movements.filter((movement) => movement.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => ({ kind, count: of.length, minor: of.reduce((all, one) => all + one.amount_minor, 0) }));
  const earlier = groups.reduce((rest, { minor }) => rest - minor, expected_minor - session.float_minor);
  const hint = differenceHint(difference_minor, movements, denominationsOf(currency));
  return (
    <>
      <h2>Difference</h2>
      <p className="flex flex-wrap items-center gap-4 font-medium text-52 text-ink" role="alert">
        {money(difference_minor)}
        <Badge tone="bad" size="lg" icon={<TriangleAlert aria-hidden="true" />}>
          {difference_minor < 0 ? "Short" : "Over"}
        </Badge>
      </p>
      <dl className="tl-sums">
        <div>
          <dt>{`Float, ${formatTime(session.opened_at, { locale, time_zone })}`}</dt>
          <dd>{money(session.float_minor)}</dd>
        </div>
        {groups.map(({ kind, count, minor }) => (
          <div key={kind}>
            <dt>{groupWords(kind, count)}</dt>
            <dd>{signed(minor)}</dd>
          </div>
        ))}
        {earlier === 0 ? null : (
          <div>
            <dt>Earlier movements</dt>
            <dd>{signed(earlier)}</dd>
          </div>
        )}
        <div data-total="">
          <dt>Should be there</dt>
          <dd>{money(expected_minor)}</dd>
        </div>
        <div>
          <dt>Counted</dt>
          <dd>{money(counted_minor)}</dd>
        </div>
      </dl>
      {hint ? (
        <Callout tone="warn" icon={<Lightbulb aria-hidden="true" />}>
          {hintWords(hint, money, formatTime(hint.movement.created_at, { locale, time_zone }), difference_minor)}
        </Callout>
      ) : null}
      <Field label="What happened">
        <Select
          size="touch"
          placeholder="Choose"
          value={why.what}
          options={reasons.map((value) => ({ value, label: value }))}
          onChange={({ target }) => onWhyChange({ ...why, what: target.value })}
        />
      </Field>
      <Field label="Note" optional>
        <Input
          size="touch"
          value={why.note}
          maxLength={300}
          onChange={({ target }) => onWhyChange({ ...why, note: target.value })}
        />
      </Field>
    </>
  );
}

function groupWords(kind: TillMovementKind, count: number): string {
  if (kind === "payment") return count === 1 ? "1 payment in cash" : `${count} payments in cash`;
  if (kind === "refund") return count === 1 ? "1 refund" : `${count} refunds`;
  return count === 1 ? movementWords[kind] : `${movementWords[kind]}, ${count} times`;
}

function hintWords(
  { movement, guess }: DifferenceHint,
  money: (minor: number) => string,
  time: string,
  difference_minor: number,
): string {
  const { payer_name, amount_minor, change_minor } = movement;
  const who = payer_name ? `${payer_name}, ${time}` : time;
  const size = money(Math.abs(difference_minor));
  switch (guess) {
    case "wrong_direction":
      return `${money(Math.abs(amount_minor))} at ${time} is exactly half of it. Was it recorded the wrong way round?`;
    case "not_in_cash":
      return `One payment today was exactly ${size}: ${who}. Was it paid by card?`;
    case "taken_back":
      return `One refund today was exactly ${size}: ${who}. Was it given back in cash?`;
    default:
      return `One payment today had ${money(change_minor ?? 0)} change: ${who}. ${size} ${difference_minor < 0 ? "too much" : "too little"} of it would make exactly this difference.`;
  }
}
