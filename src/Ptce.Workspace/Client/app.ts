import "./app.css";
import "@hotwired/turbo";
import { watchForms } from "./connection";
import { keepWhatPeopleDo } from "./keep";
import { listenToKeys } from "./keys";
import { goLive } from "./live";
import { openForPrint } from "./print";
import { understandWhileTyping } from "./sentence";
import { chooseTheme } from "./theme";
import { tintWhatChanged } from "./tint";

chooseTheme();
keepWhatPeopleDo();
understandWhileTyping();
watchForms();
listenToKeys();
tintWhatChanged();
openForPrint();
goLive();
