"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Badge, Shape } from "@/components/ui/data/badge";
import { Row, RowList } from "@/components/ui/data/row-list";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { endSupportGrant } from "@/lib/client/endpoints/platform";
import type { Output } from "@/lib/contracts/contract";
import type { listSupportGrants } from "@/lib/contracts/platform/support-grants";

type SupportGrantRow = Output<typeof listSupportGrants>["data"][number] & {
  /** Formatted in the gym's time zone, such as "Today, 5:31 pm to 7:31 pm". */
  time: string;
  activityHref: string;
};

interface SupportGrantsProps {
  organization: string;
  grants: readonly SupportGrantRow[];
  can_end: boolean;
}

export function SupportGrants({ organization, grants, can_end }: SupportGrantsProps) {
  const router = useRouter();
  const toast = useToast();
  const end = useMutation({
    mutationFn: (id: string) => api(endSupportGrant, { id }, { organization }),
    onSuccess: ({ user_name }) => {
      toast.show({ tone: "good", message: `Support access of ${user_name} ended` });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <RowList label="Support access" className="px-gutter">
      {grants.map((grant) => (
        <Row
          key={grant.id}
          title={grant.reason}
          href={grant.activityHref}
          subtitle={`${grant.user_name} · ${grant.time}`}
          end={
            <span className="ml-auto flex items-center gap-3">
              {grant.is_running ? (
                <Badge tone="warn" icon={<Shape />}>
                  Active
                </Badge>
              ) : (
                <Badge tone="mute">{grant.ended_at ? "Ended early" : "Ended"}</Badge>
              )}
              {grant.is_running && can_end ? (
                <Button size="sm" busy={end.isPending} onClick={() => end.mutate(grant.id)}>
                  End access
                </Button>
              ) : null}
            </span>
          }
        />
      ))}
    </RowList>
  );
}
