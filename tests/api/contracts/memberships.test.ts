import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Plans", "Closures", "Coupons", "Forecast", "Prices", "Memberships");
