"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { FormError } from "@/components/ui/forms/form-error";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { putPriceRules } from "@/lib/client/endpoints/memberships";
import { formatMoney } from "@/lib/values/money";
import { conditionWords, effectWords, type Rule, type RuleReader } from "./rule";
import { RuleExample } from "./rule-example";
import { usePricePreview } from "./use-price-preview";

const RuleDialog = dynamic(() => import("./rule-dialog").then((module) => module.RuleDialog), { loading: Nothing });

interface RulesEditorProps {
  organization: string;
  plan: { id: string; version: number };
  saved: readonly Rule[];
  reader: RuleReader;
  canEdit: boolean;
}

type Row = Rule & { key: number };

/** Ordered rules, each with its sentence and its reason. Each changes the price that the ones above it gave. */
export function RulesEditor({ organization, plan, saved, reader, canEdit }: RulesEditorProps) {
  const router = useRouter();
  const toast = useToast();
  const [rows, setRows] = useState<readonly Row[]>(() => saved.map((rule, key) => ({ ...rule, key })));
  const [editing, setEditing] = useState<Row | "new" | null>(null);
  const [version, setVersion] = useState(plan.version);
  const [before, setBefore] = useState(JSON.stringify(saved));
  const rules = rows.map(({ key: _, ...rule }) => rule);
  const isChanged = JSON.stringify(rules) !== before;
  const example = usePricePreview(organization, plan.id, rules, reader);
  const save = useMutation({
    mutationFn: () => api(putPriceRules, { id: plan.id, rules }, { organization, if_match: version }),
    onSuccess: (answer) => {
      setVersion(answer.version);
      setBefore(JSON.stringify(rules));
      toast.show({ tone: "good", message: "The price rules are saved" });
      router.refresh();
    },
  });
  const move = (key: number, by: -1 | 1) => {
    const from = rows.findIndex((row) => row.key === key);
    const row = rows[from];
    const to = from + by;
    if (!row || to < 0 || to >= rows.length) return;
    const others = rows.filter((one) => one.key !== key);
    // A row that moves in the document loses the focus.
    const focused = document.activeElement;
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
    setRows([...others.slice(0, to), row, ...others.slice(to)]);
  };
  const onKeyDown = (event: KeyboardEvent, key: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(key, event.key === "ArrowUp" ? -1 : 1);
  };
  const keep = (rule: Rule) => {
    const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
    setRows(
      editing === "new"
        ? [...rows, { ...rule, key: nextKey }]
        : rows.map((row) => (editing !== null && row.key === editing.key ? { ...rule, key: row.key } : row)),
    );
    setEditing(null);
  };
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-3">
        {rows.length > 0 ? (
          <ol className="flex flex-col" aria-label="Price rules">
            {rows.map((row, at) => {
              const after = example.data?.steps[at];
              return (
                <li
                  key={row.key}
                  className="flex items-start gap-3 border-line border-b py-3"
                  onKeyDown={canEdit ? (event) => onKeyDown(event, row.key) : undefined}
                >
                  <span className="w-5 text-right text-ink-3">{at + 1}</span>
                  <div className="min-w-0 flex-1">
                    <p className="text-pretty font-medium text-ink">
                      {`${conditionWords(row.condition, reader)}, ${effectWords(row.effect, reader)}.`}
                    </p>
                    <p className="text-ink-3">{`Reason on the bill: ${row.reason}`}</p>
                  </div>
                  <span className="whitespace-nowrap text-ink-3">
                    {after === undefined
                      ? null
                      : after === null
                        ? "not in the example"
                        : `→ ${formatMoney(after, reader.currency, reader.locale)}`}
                  </span>
                  {canEdit ? (
                    <span className="flex">
                      <IconButton
                        label={`Move rule ${at + 1} up`}
                        icon={<ArrowUp aria-hidden="true" />}
                        aria-disabled={at === 0}
                        onClick={() => move(row.key, -1)}
                      />
                      <IconButton
                        label={`Move rule ${at + 1} down`}
                        icon={<ArrowDown aria-hidden="true" />}
                        aria-disabled={at === rows.length - 1}
                        onClick={() => move(row.key, 1)}
                      />
                      <IconButton
                        label={`Edit rule ${at + 1}`}
                        icon={<Pencil aria-hidden="true" />}
                        onClick={() => setEditing(row)}
                      />
                      <IconButton
                        label={`Remove rule ${at + 1}`}
                        icon={<Trash2 aria-hidden="true" />}
                        onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                      />
                    </span>
                  ) : null}
                </li>
              );
            })}
          </ol>
        ) : (
          <p className="text-ink-3">
            Everyone pays the price of the plan. A rule gives some of them another price, such as the first 50 members.
          </p>
        )}
        {canEdit ? (
          <div className="flex flex-wrap items-center gap-2">
            <Button icon={<Plus aria-hidden="true" />} disabled={rows.length >= 20} onClick={() => setEditing("new")}>
              Add rule
            </Button>
            {isChanged ? (
              <>
                <Button variant="primary" busy={save.isPending} onClick={() => save.mutate()}>
                  Save rules
                </Button>
                <Button
                  variant="quiet"
                  onClick={() =>
                    setRows((JSON.parse(before) as Rule[]).map((rule, key) => ({ ...rule, key: key + rows.length })))
                  }
                >
                  Undo changes
                </Button>
              </>
            ) : null}
            {rows.length > 1 ? (
              <span className="ml-auto flex items-center gap-1 text-12 text-ink-3 touch:hidden">
                <KeyCap>Alt</KeyCap>
                <KeyCap>↑</KeyCap>
                <KeyCap>↓</KeyCap> moves the rule that has the focus
              </span>
            ) : null}
          </div>
        ) : null}
        <FormError message={save.error?.message} />
      </div>
      <RuleExample example={example} reader={reader} />
      {editing ? (
        <RuleDialog
          rule={editing === "new" ? null : editing}
          reader={reader}
          onKeep={keep}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  );
}
