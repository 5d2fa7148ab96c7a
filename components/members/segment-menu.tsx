"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { Nothing } from "@/components/ui/overlays/nothing";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createSegment, deleteSegment } from "@/lib/client/endpoints/members";
import type { Segment } from "./member-tabs";

const RenameSegmentDialog = dynamic(
  () => import("./rename-segment-dialog").then((module) => module.RenameSegmentDialog),
  { loading: Nothing },
);

interface SegmentMenuProps {
  organization: string;
  segment: Segment;
  /** The list without the segment. */
  allHref: string;
}

export function SegmentMenu({ organization, segment, allHref }: SegmentMenuProps) {
  const [renaming, setRenaming] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const restore = () =>
    api(createSegment, { name: segment.name, filters: segment.filters }, { organization }).then(() => router.refresh());
  const remove = useMutation({
    mutationFn: () => api(deleteSegment, { id: segment.id }, { organization }),
    onSuccess: () => {
      toast.show({ message: `${segment.name} was deleted`, action: { label: "Undo", onAction: restore } });
      router.push(allHref);
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <>
      <Menu
        label={`More actions for ${segment.name}`}
        iconOnly
        size="sm"
        variant="quiet"
        align="end"
        trigger={<Ellipsis aria-hidden="true" />}
      >
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setRenaming(true)}>
          Rename segment
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} tone="bad" onSelect={() => remove.mutate()}>
          Delete segment
        </MenuItem>
      </Menu>
      {renaming ? (
        <RenameSegmentDialog organization={organization} segment={segment} onClose={() => setRenaming(false)} />
      ) : null}
    </>
  );
}
