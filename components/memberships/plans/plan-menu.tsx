"use client";

import { useMutation } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ellipsis, Pencil, TrendingUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { MenuLink } from "@/components/ui/overlays/menu-parts";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { archivePlan, restorePlan } from "@/lib/client/endpoints/memberships";

interface PlanMenuProps {
  organization: string;
  plan: { id: string; name: string; archived_at: string | null };
  editHref: string;
  pricesHref: string;
}

/** Archiving needs no confirmation, because the toast offers to undo it. */
export function PlanMenu({ organization, plan, editHref, pricesHref }: PlanMenuProps) {
  const router = useRouter();
  const toast = useToast();
  const setArchived = useMutation({
    mutationFn: (is_archived: boolean) =>
      api(is_archived ? archivePlan : restorePlan, { id: plan.id }, { organization }),
    onSuccess: (_, is_archived) => {
      toast.show({
        tone: "good",
        message: is_archived
          ? `${plan.name} was archived. Existing memberships continue.`
          : `${plan.name} was restored`,
        action: { label: "Undo", onAction: () => setArchived.mutate(!is_archived) },
      });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Menu
      label={`Actions for ${plan.name}`}
      trigger={<Ellipsis aria-hidden="true" />}
      iconOnly
      variant="quiet"
      size="sm"
      align="end"
    >
      <MenuLink href={editHref} scroll={false} icon={<Pencil aria-hidden="true" />}>
        Edit
      </MenuLink>
      <MenuLink href={pricesHref} icon={<TrendingUp aria-hidden="true" />}>
        Price rules and increases
      </MenuLink>
      {plan.archived_at ? (
        <MenuItem icon={<ArchiveRestore aria-hidden="true" />} onSelect={() => setArchived.mutate(false)}>
          Restore
        </MenuItem>
      ) : (
        <MenuItem icon={<Archive aria-hidden="true" />} onSelect={() => setArchived.mutate(true)}>
          Archive
        </MenuItem>
      )}
    </Menu>
  );
}
