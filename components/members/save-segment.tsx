"use client";

import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Nothing } from "@/components/ui/overlays/nothing";
import type { SaveSegmentProps } from "./save-segment-dialog";

const SaveSegmentDialog = dynamic(() => import("./save-segment-dialog").then((module) => module.SaveSegmentDialog), {
  loading: Nothing,
});

export function SaveSegment(props: SaveSegmentProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="sm" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Save segment
      </Button>
      {open ? <SaveSegmentDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
