import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Notifications", "Notification templates", "Notification providers", "Notification preferences");
