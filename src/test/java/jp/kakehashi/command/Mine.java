package jp.kakehashi.command;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.kakehashi.mailroom.Inbox;
import jp.kakehashi.mailroom.Outbox;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place in the program at which it halts as if the power had gone; laid around a bean from outside. */
enum Mine {
    /** None: something outside kills the program. */
    NONE(Void.class) {
        @Override
        Object step(MethodInvocation call, BeanFactory beans) throws Throwable {
            return call.proceed();
        }
    },
    /** A letter is queued, and no poster has taken it up yet. */
    BEFORE_POSTING(Outbox.class) {
        @Override
        Object step(MethodInvocation call, BeanFactory beans) throws Throwable {
            if (call.getMethod().getName().equals("takeUp") && isQueued(beans)) {
                halt();
            }
            return call.proceed();
        }
    },
    /** The mail server has said 250, and it has not been recorded. */
    BEFORE_RECORDING(Outbox.class) {
        @Override
        Object step(MethodInvocation call, BeanFactory beans) throws Throwable {
            if (call.getMethod().getName().equals("record")) {
                halt();
            }
            return call.proceed();
        }
    },
    /** The bureau's mail is in the ledger, neither sorted nor moved out of the mailbox. */
    BEFORE_SORTING(Inbox.class) {
        @Override
        Object step(MethodInvocation call, BeanFactory beans) throws Throwable {
            String verb = call.getMethod().getName();
            if (verb.equals("sort") && HALTING.get()) {
                return null;
            }
            if (verb.equals("receive") && isFromTheBureau((MimeMessage) call.getArguments()[0])) {
                HALTING.set(true);
                call.proceed();
                halt();
            }
            return call.proceed();
        }
    };

    /** What a halted program ends with. */
    static final int HALTED = 137;

    private static final AtomicBoolean HALTING = new AtomicBoolean();

    private final Class<?> around;

    Mine(Class<?> around) {
        this.around = around;
    }

    abstract Object step(MethodInvocation call, BeanFactory beans) throws Throwable;

    BeanPostProcessor laidIn(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!around.isInstance(bean)) {
                    return bean;
                }
                ProxyFactory mined = new ProxyFactory(bean);
                mined.setProxyTargetClass(true);
                mined.addAdvice((MethodInterceptor) call -> step(call, beans));
                return mined.getProxy(bean.getClass().getClassLoader());
            }
        };
    }

    private static boolean isQueued(BeanFactory beans) {
        return beans.getBean(JdbcClient.class)
                        .sql("select count(*) from letter where state = 'QUEUED'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static boolean isFromTheBureau(MimeMessage mail) throws MessagingException {
        return mail.getFrom()[0].toString().endsWith("isa.go.example");
    }

    private static void halt() {
        Runtime.getRuntime().halt(HALTED);
    }
}
