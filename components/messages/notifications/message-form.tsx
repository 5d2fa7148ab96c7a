"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { useVariables, VariablePicker } from "@/components/messages/templates/variable-picker";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { Select } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { sendMessage } from "@/lib/client/endpoints/messages";
import { channels } from "@/lib/values/delivery";
import { memberVariables } from "@/lib/values/notifications";
import { channelLabels, stateLabels } from "./message-labels";
import type { messageShape } from "./message-schema";

const schema = () => import("./message-schema").then(({ messageShape }) => messageShape);
type MessageValues = z.input<typeof messageShape>;
type MessageOutput = z.output<typeof messageShape>;

export interface MessageFormProps {
  organization: string;
  member: { id: string; first_name: string };
  onDone: () => void;
}

const categories = [
  { value: "transactional", label: "Essential: about the membership or a visit" },
  { value: "reminder", label: "Reminder" },
  { value: "marketing", label: "Offers and news" },
];

export function MessageForm({ organization, member, onDone }: MessageFormProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<MessageValues, unknown, MessageOutput>({
    resolver: schemaOnDemand(schema),
    defaultValues: { channel: "", category: "transactional", subject: "", body: "" },
  });
  const { errors } = form.formState;
  const { remember, insert } = useVariables();
  const send = useMutation({
    mutationFn: ({ channel: on, ...output }: MessageOutput) =>
      api(sendMessage, { member_id: member.id, ...output, ...(on && { channel: on }) }, { organization }),
    onSuccess: ({ state, explanation, channel: on }) => {
      toast.show(
        state === "held" || state === "suppressed" || state === "failed"
          ? { tone: "bad", message: explanation ?? `${stateLabels[state]}. See the message log for details` }
          : { tone: "good", message: `${channelLabels[on]} to ${member.first_name} queued` },
      );
      onDone();
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, ["channel", "category", "subject", "body"]),
  });
  return (
    <DialogForm
      onSubmit={form.handleSubmit((output) => send.mutate(output))}
      error={errors.root?.message}
      onCancel={onDone}
      action={`Send to ${member.first_name}`}
      busy={send.isPending}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Channel" error={errors.channel?.message}>
          <Select
            placeholder="Best available channel"
            options={channels.map((value) => ({ value, label: channelLabels[value] }))}
            {...form.register("channel")}
          />
        </Field>
        <Field label="Category" error={errors.category?.message}>
          <Select options={categories} {...form.register("category")} />
        </Field>
      </div>
      <Field label="Subject" optional error={errors.subject?.message}>
        <Input autoComplete="off" maxLength={200} data-variables="" {...form.register("subject")} onFocus={remember} />
      </Field>
      <Field
        label="Message"
        error={errors.body?.message}
        aside={<VariablePicker variables={memberVariables} onPick={insert} />}
      >
        <Textarea
          rows={6}
          maxLength={5_000}
          data-variables=""
          data-autofocus=""
          {...form.register("body")}
          onFocus={remember}
        />
      </Field>
    </DialogForm>
  );
}
