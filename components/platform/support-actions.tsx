"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { endSupportGrant } from "@/lib/client/endpoints/platform";
import { GrantDialog } from "./grant-dialog";

interface SupportActionsProps {
  slug: string;
  name: string;
  support_name: string;
  /** The active support grant; null without one. */
  grant_id: string | null;
}

export function SupportActions({ slug, name, support_name, grant_id }: SupportActionsProps) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const end = useMutation({
    mutationFn: (id: string) => api(endSupportGrant, { id }, { organization: slug }),
    onSuccess: () => {
      toast.show({ message: `Support access to ${name} ended`, tone: "good" });
      router.refresh();
    },
    onError: (error: Error) => toast.show({ message: error.message, tone: "bad" }),
  });
  if (grant_id) {
    return (
      <span className="flex justify-end gap-2">
        <ButtonLink href={`/manage/${slug}`} size="sm" aria-label={`Open ${name}`}>
          Open
        </ButtonLink>
        <Button
          size="sm"
          busy={end.isPending}
          aria-label={`End access to ${name}`}
          onClick={() => end.mutate(grant_id)}
        >
          End access
        </Button>
      </span>
    );
  }
  return (
    <>
      <Button size="sm" aria-label={`Open support access to ${name}`} onClick={() => setIsOpen(true)}>
        Open access
      </Button>
      {isOpen ? (
        <GrantDialog slug={slug} name={name} support_name={support_name} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
