package hostelry.client.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands around a service: what goes in and what comes out is copied. The engine's nouns are shared and frozen by agreement, and an agreement ends at a border;
 * over the wire it could not be otherwise.
 */
final class Border implements InvocationHandler {
    private final Object service;
    private final Copies into = new Copies(false);
    private final Copies out = new Copies(true);

    private Border(Object service) {
        this.service = service;
    }

    /** One for every service of the api alike, those that are still to come too. */
    static <S> S around(Class<S> api, S service) {
        return api.cast(Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[]{api}, new Border(service)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals") ? arguments != null && proxy == arguments[0] : method.invoke(service, arguments);
        }
        Object[] in = arguments == null ? null : new Object[arguments.length];
        for (int i = 0; in != null && i < in.length; i++) {
            in[i] = into.of(arguments[i]);
        }
        try {
            return out.of(method.invoke(service, in));
        } catch (InvocationTargetException e) {
            throw e.getCause(); // the service's own words, such as a Refusal
        }
    }
}
