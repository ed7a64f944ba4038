// Goes back to the app by itself once every app was told, or after a while. Without it the link does the same.

const PATIENCE = 3_000;

const goOn = () => location.replace(document.getElementById('logout-continue').href);

// The page has loaded when all its frames have.
if (document.readyState === 'complete') goOn();
else window.addEventListener('load', goOn, { once: true });
setTimeout(goOn, PATIENCE);
