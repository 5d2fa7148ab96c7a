"use client";

import { useMutation } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ban, Ellipsis, LogOut, Pencil, ScanLine, ShieldCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { checkOut } from "@/lib/client/endpoints/access";
import { archiveMember, liftBan, restoreMember } from "@/lib/client/endpoints/members";
import { CheckInButton } from "./check-in-button";
import type { Member } from "./member";

const BanDialog = dynamic(() => import("./ban-dialog").then((module) => module.BanDialog), { loading: Nothing });

type MemberRights = {
  edit: boolean;
  check_in: boolean;
  override: boolean;
  ban: boolean;
  archive: boolean;
};

interface MemberActionsProps {
  organization: string;
  member: Member;
  name: string;
  location: { id: string; name: string };
  /** The member's open visit. */
  visit_id: string | null;
  rights: MemberRights;
  editHref: string;
}

export function MemberActions({
  organization,
  member,
  name,
  location,
  visit_id,
  rights,
  editHref,
}: MemberActionsProps) {
  const [banning, setBanning] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const { id, archived_at, banned_at } = member;
  const showError = (error: Error) => toast.show({ tone: "bad", message: error.message });
  const leave = useMutation({
    mutationFn: (visit: string) => api(checkOut, { id: visit }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${member.first_name} was checked out` });
      router.refresh();
    },
    onError: showError,
  });
  const restore = useMutation({
    mutationFn: () => api(restoreMember, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${name} was restored` });
      router.refresh();
    },
    onError: showError,
  });
  const archive = useMutation({
    mutationFn: () => api(archiveMember, { id }, { organization }),
    onSuccess: () => {
      toast.show({ message: `${name} was archived`, action: { label: "Undo", onAction: () => restore.mutate() } });
      router.refresh();
    },
    onError: showError,
  });
  const lift = useMutation({
    mutationFn: () => api(liftBan, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `Ban of ${name} lifted` });
      router.refresh();
    },
    onError: showError,
  });
  if (archived_at) {
    return rights.archive ? (
      <Button
        variant="primary"
        icon={<ArchiveRestore aria-hidden="true" />}
        busy={restore.isPending}
        onClick={() => restore.mutate()}
      >
        Restore
      </Button>
    ) : null;
  }
  return (
    <>
      {rights.edit ? (
        <ButtonLink href={editHref} icon={<Pencil aria-hidden="true" />}>
          Edit
        </ButtonLink>
      ) : null}
      {rights.check_in && visit_id ? (
        <Button icon={<LogOut aria-hidden="true" />} busy={leave.isPending} onClick={() => leave.mutate(visit_id)}>
          Check out
        </Button>
      ) : null}
      {rights.check_in && !visit_id ? (
        <CheckInButton
          organization={organization}
          member={member}
          location={location}
          canOverride={rights.override}
          icon={<ScanLine aria-hidden="true" />}
        />
      ) : null}
      {rights.ban || rights.archive ? (
        <Menu
          label={`More actions for ${name}`}
          iconOnly
          variant="quiet"
          align="end"
          trigger={<Ellipsis aria-hidden="true" />}
        >
          {rights.ban && !banned_at ? (
            <MenuItem icon={<Ban aria-hidden="true" />} tone="bad" onSelect={() => setBanning(true)}>
              Ban
            </MenuItem>
          ) : null}
          {rights.ban && banned_at ? (
            <MenuItem icon={<ShieldCheck aria-hidden="true" />} onSelect={() => lift.mutate()}>
              Lift ban
            </MenuItem>
          ) : null}
          {rights.archive ? (
            <MenuItem icon={<Archive aria-hidden="true" />} tone="bad" onSelect={() => archive.mutate()}>
              Archive
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {banning ? (
        <BanDialog organization={organization} member={member} name={name} onClose={() => setBanning(false)} />
      ) : null}
    </>
  );
}
