package hostelry.node.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done under which key, so that it is not done again. Guarded by the host's lock. */
final class DoneKeys {
    private static final int REMEMBERED = 2000;
    private static final Object NOTHING = new Object();

    private final Map<String, Object> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > REMEMBERED;
        }
    };

    boolean has(String key) {
        return done.containsKey(key);
    }

    @Nullable
    Object answer(String key) {
        Object answer = done.get(key);
        return answer == NOTHING ? null : answer;
    }

    void add(String key) {
        done.put(key, NOTHING);
    }

    void add(String key, Object answer) {
        done.put(key, answer);
    }

    void forgetAll() {
        done.clear();
    }
}
