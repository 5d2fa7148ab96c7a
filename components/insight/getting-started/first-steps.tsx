import { Circle, CircleCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/controls/button";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { Row, RowList } from "@/components/ui/data/row-list";
import { Section } from "@/components/ui/data/section";
import type { Output } from "@/lib/contracts/contract";
import type { getGettingStarted } from "@/lib/contracts/insight/getting-started";
import type { FirstStep } from "@/lib/values/first-steps";
import { HideButton } from "./hide-button";

type Started = Output<typeof getGettingStarted>;

interface FirstStepsProps {
  organization: string;
  started: Started;
  /** The location whose hours are set first. */
  location_id: string | undefined;
}

/** What an owner does in the first hour. Each step completes itself from the gym's own data. */
export function FirstSteps({ organization, started, location_id }: FirstStepsProps) {
  const { steps } = started;
  const done = steps.filter(({ is_done }) => is_done).length;
  const label = `${done} of ${steps.length} done`;
  const words = stepWords(`/manage/${organization}`, `/desk/${organization}`, location_id);
  return (
    <Section
      title="Getting started"
      meta={<span className="text-ink-3">{label}</span>}
      action={<HideButton organization={organization} />}
      className="border-line border-b px-gutter py-4"
    >
      <ProgressBar label={label} value={done} max={steps.length} size="sm" className="mt-2" />
      <RowList label="First steps" className="mt-1">
        {steps.map(({ step, is_done }) => {
          const { title, hint, links } = words[step];
          return (
            <Row
              key={step}
              lead={
                is_done ? (
                  <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-good-text" />
                ) : (
                  <Circle aria-hidden="true" className="size-4 shrink-0 text-ink-4" />
                )
              }
              title={
                <>
                  {title}
                  {is_done ? <span className="sr-only">, done</span> : null}
                </>
              }
              subtitle={is_done ? null : hint}
              end={
                is_done ? (
                  <span className="ml-auto text-ink-3">Done</span>
                ) : (
                  <span className="ml-auto flex shrink-0 gap-2">
                    {links.map(([text, href]) => (
                      <ButtonLink key={href} href={href} size="sm">
                        {text}
                      </ButtonLink>
                    ))}
                  </span>
                )
              }
            />
          );
        })}
      </RowList>
    </Section>
  );
}

type Words = { title: string; hint: string; links: readonly (readonly [string, string])[] };

function stepWords(base: string, desk: string, location_id: string | undefined): Record<FirstStep, Words> {
  return {
    location: {
      title: "Set the address and the opening hours",
      hint: "The location is open around the clock until you change it.",
      links: [["Set hours", `${base}/settings/locations${location_id ? `?edit=${location_id}` : ""}`]],
    },
    plans: {
      title: "Create your plans",
      hint: "An import of members creates the plans of its file as well.",
      links: [["New plan", `${base}/plans?plan=new`]],
    },
    members: {
      title: "Bring in your members",
      hint: "Import a CSV file from your old software, or add them one by one.",
      links: [
        ["Add one", `${base}/members/new`],
        ["Import", `${base}/settings/import`],
      ],
    },
    team: {
      title: "Invite your team",
      hint: "Each person signs in with their own account and role.",
      links: [["Invite", `${base}/staff?invite=new`]],
    },
    desk: {
      title: "Open the front desk",
      hint: "A tablet or computer at the entrance scans passes and cards.",
      links: [["Open desk", desk]],
    },
    check_in: {
      title: "Check in the first member",
      hint: "Type a name or scan a code at the front desk.",
      links: [["Check in", desk]],
    },
  };
}
