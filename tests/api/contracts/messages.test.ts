import { testContracts } from "@/tests/support/contract-tests";

testContracts("Notifications", "Notification templates", "Notification providers", "Notification preferences");
