"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { FormError } from "@/components/ui/forms/form-error";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { createMember, updateMember } from "@/lib/client/endpoints/members";
import { fullName } from "@/lib/values/person-name";
import type { Member } from "./member";
import { type HomeLocation, MemberFields, type SignaturePolicy } from "./member-fields";
import { fieldNames, type MemberFormInput, type MemberValues, valuesOf } from "./member-form-values";
import { sendInvitation } from "./send-invitation";
import { useLeaveWarning } from "./use-leave-warning";

const schema = () => import("./member-schema").then(({ memberForm }) => memberForm);

type MemberFormProps = {
  organization: string;
  locations: readonly HomeLocation[];
  tags: readonly string[];
  calling_code: string;
  policy: SignaturePolicy;
  /** The path of the member list. */
  base: string;
  /** Offers to invite a new member to their page. */
  can_invite?: boolean;
} & ({ member: Member; start?: never } | { member?: never; start: MemberValues });

export function MemberForm({
  organization,
  locations,
  tags,
  calling_code,
  policy,
  base,
  can_invite = false,
  member,
  start,
}: MemberFormProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<MemberValues, unknown, MemberFormInput>({
    resolver: schemaOnDemand(schema) as never,
    defaultValues: member ? valuesOf(member) : start,
  });
  const { errors, isDirty } = form.formState;
  const leaving = useLeaveWarning(isDirty);
  const save = useMutation({
    mutationFn: (input: MemberFormInput) =>
      member
        ? api(updateMember, { id: member.id, ...input }, { organization, if_match: member.version })
        : api(createMember, input, { organization }),
    onSuccess: (saved) => {
      leaving.release();
      if (invites) void sendInvitation(organization, saved, toast.show);
      const name = fullName(saved.first_name, saved.last_name);
      toast.show({ tone: "good", message: member ? `${name} was saved` : `${name} was added as ${saved.member_code}` });
      router.push(`${base}/${saved.id}`);
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, fieldNames),
  });
  const [invites, setInvites] = useState(false);
  const existingMemberId = save.error instanceof ApiError ? save.error.document.member_id : null;
  const backHref = member ? `${base}/${member.id}` : base;
  return (
    <form onSubmit={form.handleSubmit((input) => save.mutate(input))} noValidate>
      {errors.root?.message || existingMemberId ? (
        <div className="px-gutter pt-4">
          <FormError message={errors.root?.message ?? "Another member already has this e-mail address."}>
            {typeof existingMemberId === "string" ? (
              <>
                {" "}
                <TextLink href={`${base}/${existingMemberId}`}>View member</TextLink>
              </>
            ) : null}
          </FormError>
        </div>
      ) : null}
      <MemberFields
        form={form as unknown as UseFormReturn<MemberValues, unknown, never>}
        locations={locations}
        tags={tags}
        calling_code={calling_code}
        policy={policy}
      />
      {can_invite ? (
        <div className="px-gutter pb-5">
          <Checkbox
            label="Send the link to their page"
            hint="By e-mail, with the pass for the door. Minors without an address are invited through the guardian."
            checked={invites}
            onChange={({ target }) => setInvites(target.checked)}
          />
        </div>
      ) : null}
      <div className="sticky bottom-0 flex items-center gap-3 border-line border-t bg-surface px-gutter py-3 max-md:static">
        <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
          {member ? "Save changes" : "Add member"}
        </Button>
        <ButtonLink href={backHref} size="lg">
          Cancel
        </ButtonLink>
      </div>
      <Dialog
        open={leaving.is_asking}
        onClose={leaving.stay}
        title="Discard unsaved changes?"
        actions={
          <>
            <Button onClick={leaving.stay}>Keep editing</Button>
            <Button variant="danger" onClick={leaving.leave}>
              Discard changes
            </Button>
          </>
        }
      >
        <p>Your changes have not been saved.</p>
      </Dialog>
    </form>
  );
}
