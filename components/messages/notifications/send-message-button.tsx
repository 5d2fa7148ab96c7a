"use client";

import { MessageSquare } from "lucide-react";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { Suspense, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";

const MessageForm = dynamic(() => import("./message-form").then((module) => module.MessageForm));

/** `?do=message` opens the dialog, such as from the dashboard. */
interface SendMessageButtonProps {
  organization: string;
  member: { id: string; first_name: string };
  name: string;
}

export function SendMessageButton({ organization, member, name }: SendMessageButtonProps) {
  const [isOpen, setIsOpen] = useState(useSearchParams().get("do") === "message");
  return (
    <>
      <Button icon={<MessageSquare aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Send message
      </Button>
      {/* The dialog opens with its form, so that the first field gets the focus. */}
      <Suspense>
        <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={`Send message to ${name}`} size="lg">
          <MessageForm organization={organization} member={member} onDone={() => setIsOpen(false)} />
        </Dialog>
      </Suspense>
    </>
  );
}
