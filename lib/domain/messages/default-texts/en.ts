import type { KindTexts } from "@/lib/domain/message-definition";
import type { MessageKind } from "@/lib/values/notifications";
import type { LanguageTexts } from "./language-texts";

export const en: LanguageTexts = {
  button: "Open my page",
  for_guardian: "You receive this because you look after {{full_name}}.",
  sms_stop: { text: "Reply STOP to opt out.", word: "STOP" },
};

export const enKinds = {
  welcome: {
    email: {
      subject: "Welcome to {{gym_name}}, {{first_name}}",
      body: "Hello {{first_name}},\n\ngood to have you with us. Your {{plan_name}} begins on {{starts_on}}, and {{location_name}} is looking forward to meeting you.\n\nOn your first visit, show the pass on your page at the desk. Your member number is {{member_code}}.\n\nSee you soon\n{{gym_name}}",
    },
    push: {
      subject: "Welcome, {{first_name}}",
      body: "Your {{plan_name}} begins on {{starts_on}}. Your pass is ready.",
    },
    sms: "Welcome to {{gym_name}}, {{first_name}}! Your {{plan_name}} begins on {{starts_on}}. See you soon.",
    whatsapp:
      "Welcome to {{gym_name}}, {{first_name}}! Your {{plan_name}} begins on {{starts_on}}. Your pass for the door is here: {{link}}",
  },
  membership_expiring: {
    email: {
      subject: "Your {{plan_name}} ends on {{ends_on}}",
      body: "Hello {{first_name}},\n\nyour {{plan_name}} at {{gym_name}} ends on {{ends_on}}. You can train until the end of that day.\n\nIf you would like to stay, tell us at the desk on your next visit: it takes a minute.\n\n{{gym_name}}",
    },
    push: {
      subject: "Your {{plan_name}} ends on {{ends_on}}",
      body: "Would you like to stay, {{first_name}}? A word at the desk is enough.",
    },
    sms: "Hello {{first_name}}, your {{plan_name}} at {{gym_name}} ends on {{ends_on}}. To stay, tell us at the desk.",
    whatsapp:
      "Hello {{first_name}}, your {{plan_name}} at {{gym_name}} ends on {{ends_on}}. If you would like to stay, a word at the desk on your next visit is enough.",
  },
  membership_expired: {
    email: {
      subject: "Your {{plan_name}} ended on {{ended_on}}",
      body: "Hello {{first_name}},\n\nyour {{plan_name}} ended on {{ended_on}}. Thank you for the time you trained with us.\n\nYour number and your history stay here: whenever you want to come back, you start where you stopped.\n\n{{gym_name}}",
    },
    push: {
      subject: "Your {{plan_name}} has ended",
      body: "Thank you, {{first_name}}. You are welcome back whenever you like.",
    },
    sms: "Hello {{first_name}}, your {{plan_name}} at {{gym_name}} ended on {{ended_on}}. You are welcome back any time.",
    whatsapp:
      "Hello {{first_name}}, your {{plan_name}} at {{gym_name}} ended on {{ended_on}}. Thank you for training with us. You are welcome back whenever you like.",
  },
  freeze_ended: {
    email: {
      subject: "Your {{plan_name}} is running again",
      body: "Hello {{first_name}},\n\nyour break is over: your {{plan_name}} runs again from {{resumes_on}}, and your pass opens the door as before.\n\nWelcome back\n{{gym_name}}",
    },
    push: {
      subject: "Welcome back, {{first_name}}",
      body: "Your {{plan_name}} runs again from {{resumes_on}}.",
    },
    sms: "Welcome back, {{first_name}}! Your {{plan_name}} at {{gym_name}} runs again from {{resumes_on}}.",
    whatsapp:
      "Welcome back, {{first_name}}! Your break is over: your {{plan_name}} at {{gym_name}} runs again from {{resumes_on}}.",
  },
  cancellation_confirmed: {
    email: {
      subject: "Your cancellation is confirmed",
      body: "Hello {{first_name}},\n\nwe have cancelled your {{plan_name}} as you asked. Its last day is {{last_day_on}}; until then you can train as usual. What is still charged until that day: {{final_amount}}.\n\nShould you change your mind before that day, tell us at the desk.\n\nThank you for having been with us\n{{gym_name}}",
    },
    push: {
      subject: "Your cancellation is confirmed",
      body: "The last day of your {{plan_name}} is {{last_day_on}}. Still charged: {{final_amount}}.",
    },
    sms: "{{gym_name}}: your {{plan_name}} is cancelled, {{first_name}}. Its last day is {{last_day_on}}. Still charged: {{final_amount}}.",
    whatsapp:
      "Hello {{first_name}}, we have cancelled your {{plan_name}} at {{gym_name}}. Its last day is {{last_day_on}}; until then you can train as usual. Still charged until that day: {{final_amount}}.",
  },
  birthday: {
    email: {
      subject: "Happy birthday, {{first_name}}!",
      body: "Dear {{first_name}},\n\neverybody at {{location_name}} wishes you a very happy birthday, and a strong and healthy year.\n\nYours\n{{gym_name}}",
    },
    push: {
      subject: "Happy birthday, {{first_name}}!",
      body: "A strong and healthy year from everybody at {{gym_name}}.",
    },
    sms: "Happy birthday, {{first_name}}! A strong and healthy year from everybody at {{gym_name}}.",
    whatsapp: "Happy birthday, {{first_name}}! Everybody at {{gym_name}} wishes you a strong and healthy year.",
  },
  re_engagement: {
    email: {
      subject: "We miss you, {{first_name}}",
      body: "Hello {{first_name}},\n\nyou were last in on {{last_visit_on}}, and we have missed you at {{location_name}}.\n\nStarting again is easiest with something small: half an hour, at your own pace. If something keeps you away, tell us. We will find a way together.\n\nSee you soon\n{{gym_name}}",
    },
    push: {
      subject: "We miss you, {{first_name}}",
      body: "{{days_away}} days without you. Half an hour is a good start.",
    },
    sms: "We miss you at {{gym_name}}, {{first_name}}. Half an hour at your own pace is a good start. See you soon?",
    whatsapp:
      "Hello {{first_name}}, you were last at {{gym_name}} on {{last_visit_on}}, and we miss you. Half an hour at your own pace is a good start. See you soon?",
  },
} satisfies Partial<Record<MessageKind, KindTexts>>;
