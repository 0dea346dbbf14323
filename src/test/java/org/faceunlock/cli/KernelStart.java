package org.faceunlock.cli;

import org.openqa.selenium.chrome.ChromeDriver;

/** How long a reader waits for a kernel. */
final class KernelStart {
    private static final String SCRIPT = """
            const token = arguments[0], done = arguments[1], begun = performance.now();
            const kernels = location.origin + '/api/kernels', headers = {Authorization: 'token ' + token};
            const ask = {header: {msg_id: 'a', msg_type: 'kernel_info_request', session: 's', username: '',
                    version: '5.3',
                date: new Date().toISOString()}, parent_header: {}, metadata: {}, content: {}, channel: 'shell'};
            fetch(kernels, {method: 'POST', headers, body: '{"name": "java"}'}).then(r => r.json()).then(kernel => {
                const url = kernels + '/' + kernel.id;
                const socket = new WebSocket(url.replace('http', 'ws') + '/channels?token=' + token);
                socket.onopen = () => socket.send(JSON.stringify(ask));
                socket.onmessage = message => {
                    if (JSON.parse(message.data).msg_type !== 'kernel_info_reply') return;
                    const seconds = (performance.now() - begun) / 1000;
                    socket.close();
                    fetch(url, {method: 'DELETE', headers}).then(() => done(seconds));
                };
            });
            """;

    private KernelStart() {
    }

    /** Starts another kernel from the page, and ends it; returns the seconds until it has answered. */
    static double seconds(ChromeDriver driver, String token) {
        return ((Number) driver.executeAsyncScript(SCRIPT, token)).doubleValue();
    }
}
