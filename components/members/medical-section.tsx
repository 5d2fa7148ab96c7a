"use client";

import { useMutation } from "@tanstack/react-query";
import { Eye, HeartPulse, Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/client/endpoint";
import { getMedical } from "@/lib/client/endpoints/members";
import { readinessQuestions } from "@/lib/values/readiness-questions";
import { flagLabels, questionTexts } from "./medical-words";
import type { Member } from "./member";

const MedicalDialog = dynamic(() => import("./medical-dialog").then((module) => module.MedicalDialog), {
  loading: Nothing,
});

export type Medical = Output<typeof getMedical>;

interface MedicalSectionProps {
  organization: string;
  member: Pick<Member, "id" | "first_name" | "health_flag">;
  canRead: boolean;
  canWrite: boolean;
}

/** Shows the health flag. The details load on request, because every access is recorded. */
export function MedicalSection({ organization, member, canRead, canWrite }: MedicalSectionProps) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const load = useMutation({
    mutationFn: () => api(getMedical, { id: member.id }, { organization }),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const flag = load.data?.health_flag ?? member.health_flag;
  if (flag === undefined) return null;
  const { tone, title } = flagLabels[flag];
  const edit = async () => {
    if (!load.data) await load.mutateAsync();
    setEditing(true);
  };
  return (
    <section className="border-line border-b px-gutter py-4" aria-label="Medical information">
      <Callout tone={tone} icon={<HeartPulse aria-hidden="true" />} title={title}>
        {load.data ? <Answers medical={load.data} /> : null}
        {canRead ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {load.data ? null : (
              <Button
                size="sm"
                icon={<Eye aria-hidden="true" />}
                busy={load.isPending && !editing}
                onClick={() => load.mutate()}
              >
                Show
              </Button>
            )}
            {canWrite ? (
              <Button size="sm" variant="quiet" icon={<Pencil aria-hidden="true" />} onClick={edit}>
                {flag === "unknown" && !load.data ? "Add" : "Edit"}
              </Button>
            ) : null}
          </div>
        ) : null}
        {canRead ? <p className="mt-2 text-12 text-ink-3">Every access is recorded in the activity log.</p> : null}
      </Callout>
      {editing && load.data ? (
        <MedicalDialog
          organization={organization}
          member={member}
          medical={load.data}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            load.reset();
            router.refresh();
          }}
        />
      ) : null}
    </section>
  );
}

function Answers({ medical }: { medical: Medical }) {
  const { conditions, medications, allergies, injuries, instructions, readiness } = medical;
  const yes = readinessQuestions.filter((name) => readiness?.[name]).map((name) => questionTexts[name].short);
  const items = [
    { term: "In an emergency", detail: instructions },
    { term: "Conditions", detail: conditions },
    { term: "Medication", detail: medications },
    { term: "Allergies", detail: allergies },
    { term: "Injuries", detail: injuries },
    { term: "Questionnaire", detail: readiness ? (yes.length > 0 ? yes.join(", ") : "All answers no") : null },
  ].filter(({ detail }) => detail);
  if (items.length === 0) return <p>No information yet.</p>;
  return <DescriptionList className="mt-1 whitespace-pre-line" items={items} />;
}
