import { sql } from "drizzle-orm";

/** The name that the target carries today, looked up by primary key for the rows of one page only. */
export const targetName = sql<string | null>`case audit_entries.target_type
  when 'member' then (select trim(m.first_name || ' ' || m.last_name) from members m
    where m.organization_id = audit_entries.organization_id and m.id = audit_entries.target_id)
  when 'membership' then (select s.plan_name || ' for ' || trim(m.first_name || ' ' || m.last_name)
    from memberships s join members m on m.organization_id = s.organization_id and m.id = s.member_id
    where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)
  when 'check_in' then (select trim(m.first_name || ' ' || m.last_name)
    from check_ins c join members m on m.organization_id = c.organization_id and m.id = c.member_id
    where c.organization_id = audit_entries.organization_id and c.id = audit_entries.target_id)
  when 'denied_entry' then (select trim(m.first_name || ' ' || m.last_name)
    from denied_entries d join members m on m.organization_id = d.organization_id and m.id = d.member_id
    where d.organization_id = audit_entries.organization_id and d.id = audit_entries.target_id)
  when 'import' then (select i.file_name from imports i
    where i.organization_id = audit_entries.organization_id and i.id = audit_entries.target_id)
  when 'member_segment' then (select g.name from member_segments g
    where g.organization_id = audit_entries.organization_id and g.id = audit_entries.target_id)
  when 'membership_plan' then (select p.name from membership_plans p
    where p.organization_id = audit_entries.organization_id and p.id = audit_entries.target_id)
  when 'location' then (select l.name from locations l
    where l.organization_id = audit_entries.organization_id and l.id = audit_entries.target_id)
  when 'staff' then (select u.name from staff s join users u on u.id = s.user_id
    where s.organization_id = audit_entries.organization_id and s.id = audit_entries.target_id)
  when 'invitation' then (select i.email from invitations i
    where i.organization_id = audit_entries.organization_id and i.id = audit_entries.target_id)
  when 'bulk_message' then (select b.name from bulk_messages b
    where b.organization_id = audit_entries.organization_id and b.id = audit_entries.target_id)
  when 'message' then (select w.to_name from messages w
    where w.organization_id = audit_entries.organization_id and w.id = audit_entries.target_id)
  when 'organization' then (select o.name from organizations o where o.id = audit_entries.target_id)
  end`;
