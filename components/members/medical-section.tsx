"use client";

import { useMutation } from "@tanstack/react-query";
import { Eye, HeartPulse, Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/contracts/contract";
import { getMedical, readinessQuestions } from "@/lib/contracts/members/member-medical";
import { flagWords, questionWords } from "./medical-words";
import type { Member } from "./member";

const MedicalDialog = dynamic(() => import("./medical-dialog").then((module) => module.MedicalDialog));

export type Medical = Output<typeof getMedical>;

interface MedicalSectionProps {
  organization: string;
  member: Pick<Member, "id" | "first_name" | "health_flag">;
  canRead: boolean;
  canWrite: boolean;
}

/** The flag for who may see it; the answers only on asking, since every look is written down. */
export function MedicalSection({ organization, member, canRead, canWrite }: MedicalSectionProps) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const look = useMutation({
    mutationFn: () => api(getMedical, { id: member.id }, { organization }),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const flag = look.data?.health_flag ?? member.health_flag;
  if (flag === undefined) return null;
  const { tone, title } = flagWords[flag];
  const edit = async () => {
    if (!look.data) await look.mutateAsync();
    setEditing(true);
  };
  return (
    <section className="border-line border-b px-5 py-4" aria-label="Health">
      <Callout tone={tone} icon={<HeartPulse aria-hidden="true" />} title={title}>
        {look.data ? <Answers medical={look.data} /> : null}
        {canRead ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {look.data ? null : (
              <Button
                size="sm"
                icon={<Eye aria-hidden="true" />}
                busy={look.isPending && !editing}
                onClick={() => look.mutate()}
              >
                Show
              </Button>
            )}
            {canWrite ? (
              <Button size="sm" variant="quiet" icon={<Pencil aria-hidden="true" />} onClick={edit}>
                {flag === "unknown" && !look.data ? "Add answers" : "Edit"}
              </Button>
            ) : null}
          </div>
        ) : null}
        {canRead ? <p className="mt-2 text-12 text-ink-3">Each look is written to the activity log.</p> : null}
      </Callout>
      {editing && look.data ? (
        <MedicalDialog
          organization={organization}
          member={member}
          medical={look.data}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            look.reset();
            router.refresh();
          }}
        />
      ) : null}
    </section>
  );
}

function Answers({ medical }: { medical: Medical }) {
  const { conditions, medications, allergies, injuries, instructions, readiness } = medical;
  const yes = readinessQuestions.filter((name) => readiness?.[name]).map((name) => questionWords[name].short);
  const items = [
    { term: "What to do", detail: instructions },
    { term: "Conditions", detail: conditions },
    { term: "Medication", detail: medications },
    { term: "Allergies", detail: allergies },
    { term: "Injuries", detail: injuries },
    { term: "Readiness", detail: readiness ? (yes.length > 0 ? yes.join(", ") : "No to all seven questions") : null },
  ].filter(({ detail }) => detail);
  if (items.length === 0) return <p>Nothing has been answered.</p>;
  return <DescriptionList className="mt-1 whitespace-pre-line" items={items} />;
}
