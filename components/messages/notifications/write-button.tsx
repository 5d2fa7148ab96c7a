"use client";

import { MessageSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";

const WriteForm = dynamic(() => import("./write-form").then((module) => module.WriteForm));

interface WriteButtonProps {
  organization: string;
  member: { id: string; first_name: string };
  name: string;
}

export function WriteButton({ organization, member, name }: WriteButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<MessageSquare aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Write
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={`Write to ${name}`} size="lg">
        <WriteForm organization={organization} member={member} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}
