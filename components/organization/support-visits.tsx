"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Badge, Shape } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/contracts/contract";
import { endSupportGrant, type listSupportGrants } from "@/lib/contracts/platform/support-grants";

type SupportVisit = Output<typeof listSupportGrants>["data"][number] & {
  /** "Today, 5:31 pm to 7:31 pm", written by the page in the gym's own time. */
  time: string;
  activityHref: string;
};

interface SupportVisitsProps {
  organization: string;
  visits: readonly SupportVisit[];
  can_end: boolean;
}

export function SupportVisits({ organization, visits, can_end }: SupportVisitsProps) {
  const router = useRouter();
  const toast = useToast();
  const end = useMutation({
    mutationFn: (id: string) => api(endSupportGrant, { id }, { organization }),
    onSuccess: ({ user_name }) => {
      toast.show({ tone: "good", message: `${user_name} is outside; the next click there is refused` });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <RowList label="Support visits" className="px-gutter">
      {visits.map((visit) => (
        <Row
          key={visit.id}
          title={visit.reason}
          href={visit.activityHref}
          subtitle={`${visit.user_name} · ${visit.time}`}
          end={
            <span className="ml-auto flex items-center gap-3">
              {visit.is_running ? (
                <Badge tone="warn" icon={<Shape />}>
                  Inside now
                </Badge>
              ) : (
                <Badge tone="mute">{visit.ended_at ? "Ended early" : "Ended"}</Badge>
              )}
              {visit.is_running && can_end ? (
                <Button size="sm" busy={end.isPending} onClick={() => end.mutate(visit.id)}>
                  End the visit
                </Button>
              ) : null}
            </span>
          }
        />
      ))}
    </RowList>
  );
}
